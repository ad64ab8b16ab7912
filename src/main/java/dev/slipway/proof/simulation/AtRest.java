package dev.slipway.proof.simulation;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Settings;
import dev.slipway.model.Status;
import dev.slipway.model.Wanted;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// How everything must be some time after the last fault (I4 and the end of architecture 4): every
/// task has its verdict, every resource its last status, and what is active runs as it is wanted.
final class AtRest {
  private AtRest() {}

  /// What is not at rest.
  ///
  /// @param admissions asked for when all else rests: it reads the store
  static Stream<String> unrest(Rows rows, World world, Supplier<Admissions> admissions) {
    return Stream.<Supplier<Stream<String>>>of(
            () -> unfinished(rows), () -> unlike(rows, world, admissions.get()))
        .flatMap(Supplier::get);
  }

  private static Stream<String> unfinished(Rows rows) {
    return Stream.concat(
        rows.tasks()
            .filter(task -> !task.state().terminal())
            .map(task -> "has no verdict: " + task),
        rows.resources().filter(resource -> !resource.gaveUp()).flatMap(AtRest::moving));
  }

  private static Stream<String> moving(Resource<?> resource) {
    return resource.status() instanceof Status.Active
        ? Stream.empty()
        : Stream.of("is not at rest: " + resource);
  }

  private static Stream<String> unlike(Rows rows, World world, Admissions admissions) {
    return Stream.concat(
        admissions.resources().flatMap(AtRest::moving),
        rows.databases()
            .filter(database -> database.status() instanceof Status.Active)
            .filter(database -> !asWanted(database, admissions.wanted(database), world))
            .map(database -> "does not run as it is wanted: " + database));
  }

  private static boolean asWanted(Resource<DatabaseSpec> database, Wanted wanted, World world) {
    Site site = world.site(database.id());
    Redis redis = site.redis;
    boolean replicated = site.replica != null && site.replica.whole;
    return replicated == database.spec().replication()
        && !database.spec().failoverAsked()
        && site.leads(database.spec().epoch())
        && redis != null
        && redis.port == database.spec().port()
        && redis.settings.equals(Settings.wantedBy(wanted));
  }
}
