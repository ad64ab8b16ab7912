package dev.slipway.proof.simulation;

import dev.slipway.model.Limits;
import java.time.Duration;
import java.util.stream.Stream;

/// I10: a task is listed for ten days after its last change.
final class TenDays implements Invariant {
  private final Duration kept = Limits.standard().taskRetention();

  @Override
  public Stream<String> faults(Moment moment) {
    return moment.changes().tasks().stream()
        .filter(change -> change.now() == null)
        .flatMap(change -> Stream.ofNullable(change.before()))
        .filter(task -> moment.at().isBefore(task.changedAt().plus(kept)))
        .map(task -> "removed too early: " + task);
  }
}
