package dev.slipway.proof.simulation;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.proof.simulation.Changes.OfResource;
import java.util.stream.Stream;

/// A database keeps its port from its first `active` on, and one that the user asked for from the
/// beginning (architecture 8, "Ports").
final class PortsStay implements Invariant {
  @Override
  public Stream<String> faults(Moment moment) {
    return moment.changes().resources().stream()
        .filter(PortsStay::moved)
        .map(change -> change.ref() + " has another port: " + change.now());
  }

  private static boolean moved(OfResource change) {
    Resource<?> before = change.before();
    Resource<?> now = change.now();
    return before != null
        && now != null
        && before.spec() instanceof DatabaseSpec was
        && now.spec() instanceof DatabaseSpec is
        && was.port() != is.port()
        && (before.everActive() || was.portRequested());
  }
}
