package dev.slipway.proof.simulation;

import java.util.stream.Stream;

/// I8: a row goes only when its process, folder and port are gone, and each database has a port of
/// its own.
final class NothingLeft implements Invariant {
  @Override
  public Stream<String> faults(Moment moment) {
    Stream<String> left =
        moment.world().used().stream()
            .filter(site -> !moment.now().hasDatabase(site.id))
            .map(site -> "left behind without a row: " + site);
    return moment.changes().isEmpty()
        ? left
        : Stream.concat(left, portsThatAreNotTheirOwn(moment.now()));
  }

  private static Stream<String> portsThatAreNotTheirOwn(Rows now) {
    long databases = now.databases().count();
    long ports = now.databases().map(database -> database.spec().port()).distinct().count();
    return ports == databases && now.portsUsed() == ports
        ? Stream.empty()
        : Stream.of(
            "%d databases have %d ports, and %d are reserved"
                .formatted(databases, ports, now.portsUsed()));
  }
}
