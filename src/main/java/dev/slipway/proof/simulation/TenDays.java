package dev.slipway.proof.simulation;

import dev.slipway.model.Limits;
import dev.slipway.model.Task;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/// I10: a task is listed for ten days after its last change.
final class TenDays implements Invariant {
  private final Duration kept = Limits.standard().taskRetention();

  @Override
  public Stream<String> faults(Moment moment) {
    return moment.before().accounts().entrySet().stream()
        .flatMap(entry -> gone(entry, moment))
        .filter(task -> moment.at().isBefore(task.changedAt().plus(kept)))
        .map(task -> "removed too early: " + task);
  }

  private static Stream<Task> gone(
      Map.Entry<dev.slipway.model.AccountId, Rows.Of> before, Moment moment) {
    var there = moment.now().of(before.getKey()).tasks().stream().map(Task::id).toList();
    return before.getValue().tasks().stream().filter(task -> !there.contains(task.id()));
  }
}
