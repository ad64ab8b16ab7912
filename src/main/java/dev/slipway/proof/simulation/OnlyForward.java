package dev.slipway.proof.simulation;

import dev.slipway.proof.simulation.Moment.ResourceChange;
import dev.slipway.proof.simulation.Moment.TaskChange;
import java.util.stream.Stream;

/// I3: task states only move forward, and a resource moves along the table in model.
final class OnlyForward implements Invariant {
  @Override
  public Stream<String> faults(Moment moment) {
    return Stream.concat(
        moment.tasks().filter(OnlyForward::backward).map(change -> "went back: " + change),
        moment.resources().filter(OnlyForward::illegal).map(change -> "illegal move: " + change));
  }

  private static boolean backward(TaskChange change) {
    var before = change.before();
    return before != null
        && (before.state().terminal()
            ? !before.equals(change.now())
            : InOrder.progress(change.now()) < InOrder.progress(before)
                || change.now().attempts() < before.attempts());
  }

  private static boolean illegal(ResourceChange change) {
    var before = change.before();
    var now = change.now();
    return before != null
        && now != null
        && (!before.status().mayBecome(now.status())
            || now.version() < before.version()
            || (before.everActive() && !now.everActive()));
  }
}
