package dev.slipway.proof.simulation;

import dev.slipway.model.TaskState;
import java.util.stream.Stream;

/// I1: at most one task of an account is being processed.
final class OneAtATime implements Invariant {
  @Override
  public Stream<String> faults(Moment moment) {
    return moment
        .changes()
        .accountsOfTasks()
        .filter(account -> inProgress(moment.now().of(account)) > 1)
        .map(account -> "account " + account + " has several tasks in progress");
  }

  private static long inProgress(Rows.Of account) {
    return account.tasks().values().stream()
        .filter(task -> task.state() instanceof TaskState.InProgress)
        .count();
  }
}
