package dev.slipway.proof.simulation;

import dev.slipway.proof.simulation.Changes.OfResource;
import dev.slipway.proof.simulation.Changes.OfTask;
import java.util.stream.Stream;

/// I3: task states only move forward, and a resource moves along the table in model.
final class OnlyForward implements Invariant {
  @Override
  public Stream<String> faults(Moment moment) {
    return Stream.concat(
        moment.changes().tasks().stream()
            .filter(OnlyForward::backward)
            .map(change -> "went back: " + change),
        moment.changes().resources().stream()
            .filter(OnlyForward::illegal)
            .map(change -> "illegal move: " + change));
  }

  private static boolean backward(OfTask change) {
    var before = change.before();
    var now = change.now();
    return before != null
        && now != null
        && (before.state().terminal()
            || InOrder.progress(now) < InOrder.progress(before)
            || now.attempts() < before.attempts());
  }

  private static boolean illegal(OfResource change) {
    var before = change.before();
    var now = change.now();
    return before != null
        && now != null
        && (!before.status().mayBecome(now.status())
            || now.version() < before.version()
            || (before.everActive() && !now.everActive()));
  }
}
