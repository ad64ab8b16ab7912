package dev.slipway.reconcile;

import dev.slipway.model.Crdb;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Schedule;
import dev.slipway.model.Status;
import dev.slipway.store.Tx;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps when databases are backed up, as the wish says that is in force. A wish that stays keeps
/// its next time, also over a restart.
final class Scheduling {
  private Scheduling() {}

  /// In the transaction in which the database settles.
  static void settled(Tx tx, Resource<?> resource, Status status, Instant now) {
    if (status instanceof Status.Active && resource.spec() instanceof DatabaseSpec spec) {
      keep(tx, resource.as(spec), now);
    }
  }

  /// At a look at a database that stays in its status: its wish may be older than its schedule, as
  /// after a new release of the server.
  static void rests(Tx tx, Resource<?> resource, Instant now) {
    if (resource.spec() instanceof DatabaseSpec spec && regions(spec).findAny().isPresent()) {
      settled(tx, resource, resource.status(), now);
    }
  }

  private static void keep(Tx tx, Resource<DatabaseSpec> database, Instant now) {
    Set<String> wanted = regions(database.spec()).collect(Collectors.toUnmodifiableSet());
    var kept = tx.schedules().of(database.id());
    kept.stream()
        .map(Schedule::region)
        .filter(region -> !wanted.contains(region))
        .forEach(region -> tx.schedules().remove(database.id(), region));
    wanted.stream()
        .map(
            region ->
                Schedule.of(database, region, database.spec().backup(region).orElseThrow(), now))
        .filter(schedule -> kept.stream().noneMatch(schedule::isThatOf))
        .forEach(tx.schedules()::put);
  }

  /// Those with a backup that is made here.
  private static Stream<String> regions(DatabaseSpec spec) {
    return Stream.concat(Stream.of(""), spec.locals().stream().map(Crdb.Local::region))
        .filter(
            region ->
                spec.backup(region).filter(DatabaseSpec.Backup::runs).isPresent()
                    && spec.backup(region).filter(DatabaseSpec.Backup::reached).isPresent());
  }
}
