package dev.slipway.proof.simulation;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// A Redis that hangs is looked at, not shot: the program ends a process only when its database is
/// to be deleted. All others end by a fault of the world.
final class NeverShot implements Invariant {
  private final Set<String> stopped = new HashSet<>();

  @Override
  public Stream<String> faults(Moment moment) {
    return moment.now().databases().filter(database -> shot(database, moment)).map(NeverShot::tell);
  }

  private boolean shot(Resource<DatabaseSpec> database, Moment moment) {
    String run = moment.world().site(database.id()).stopped;
    return run != null && stopped.add(run) && !(database.status() instanceof Status.Deleting);
  }

  private static String tell(Resource<DatabaseSpec> database) {
    return "the Redis of " + database.ref() + " was ended, and nobody asked for that";
  }
}
