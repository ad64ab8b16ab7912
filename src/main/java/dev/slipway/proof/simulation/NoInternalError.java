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
        .tasks()
        .filter(Moment.TaskChange::ended)
        .filter(
            change ->
                change.now().state() instanceof TaskState.Failed(var problem)
                    && problem.type() == ProblemType.GENERAL_ERROR
                    && change.now().attempts() <= attempts)
        .map(change -> "ended with an internal error: " + change.now());
  }
}
