package dev.slipway.proof.simulation;

import dev.slipway.model.Limits;
import dev.slipway.model.ProblemType;
import dev.slipway.model.TaskState;
import java.util.stream.Stream;

/// Architecture 3: only a task that was interrupted three times ends with GENERAL_ERROR; whatever
/// else ends so is a fault of a handler.
final class NoInternalError implements Invariant {
  private final int attempts = Limits.standard().taskAttempts();

  @Override
  public Stream<String> faults(Moment moment) {
    return moment
        .changes()
        .ended()
        .filter(
            task ->
                task.state() instanceof TaskState.Failed(var problem)
                    && problem.type() == ProblemType.GENERAL_ERROR
                    && task.attempts() <= attempts)
        .map(task -> "ended with an internal error: " + task);
  }
}
