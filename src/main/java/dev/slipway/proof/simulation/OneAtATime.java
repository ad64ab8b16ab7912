package dev.slipway.proof.simulation;

import dev.slipway.model.TaskState;
import java.util.stream.Stream;

/// I1: at most one task of an account is being processed.
final class OneAtATime implements Invariant {
  @Override
  public Stream<String> faults(Moment moment) {
    return moment.now().accounts().entrySet().stream()
        .filter(entry -> inProgress(entry.getValue()) > 1)
        .map(entry -> "account " + entry.getKey() + " has several tasks in progress");
  }

  private static long inProgress(Rows.Of account) {
    return account.tasks().stream()
        .filter(task -> task.state() instanceof TaskState.InProgress)
        .count();
  }
}
