package dev.slipway.proof.simulation;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// I8: a row goes only when its process, folder and port are gone, and each database has a port of
/// its own.
final class NothingLeft implements Invariant {
  @Override
  public Stream<String> faults(Moment moment) {
    List<Resource<DatabaseSpec>> databases = moment.now().databases().toList();
    Set<Integer> ids = databases.stream().map(Resource::id).collect(Collectors.toSet());
    Set<Integer> ports =
        databases.stream().map(database -> database.spec().port()).collect(Collectors.toSet());
    Stream<String> left =
        moment.world().used().stream()
            .filter(site -> !ids.contains(site.id))
            .map(site -> "left behind without a row: " + site);
    return ports.size() == databases.size() && moment.now().portsUsed() == ports.size()
        ? left
        : Stream.concat(
            left,
            Stream.of(
                "%d databases have %d ports, and %d are reserved"
                    .formatted(databases.size(), ports.size(), moment.now().portsUsed())));
  }
}
