package dev.slipway.proof.simulation;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Settings;
import dev.slipway.model.Status;
import dev.slipway.model.Wanted;
import java.util.stream.Stream;

/// How everything must be some time after the last fault (I4 and the end of architecture 4): every
/// task has its verdict, every resource its last status, and what is active runs as it is wanted.
final class AtRest {
  private AtRest() {}

  /// What is not at rest.
  static Stream<String> unrest(Rows rows, World world) {
    return Stream.concat(
        rows.tasks()
            .filter(task -> !task.state().terminal())
            .map(task -> "has no verdict: " + task),
        Stream.concat(
            rows.resources()
                .filter(resource -> !(resource.status() instanceof Status.Active))
                .filter(resource -> !resource.gaveUp())
                .map(resource -> "is not at rest: " + resource),
            rows.databases()
                .filter(database -> database.status() instanceof Status.Active)
                .filter(database -> !asWanted(database, world))
                .map(database -> "does not run as it is wanted: " + database)));
  }

  private static boolean asWanted(Resource<DatabaseSpec> database, World world) {
    Site site = world.site(database.id());
    Redis redis = site.redis;
    boolean replicated = site.replica != null && site.replica.whole;
    return replicated == database.spec().replication()
        && redis != null
        && redis.port == database.spec().port()
        && redis.settings.equals(Settings.wantedBy(Wanted.alone(database.spec())));
  }
}
