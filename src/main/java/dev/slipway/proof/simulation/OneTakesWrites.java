package dev.slipway.proof.simulation;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.proof.simulation.Changes.OfResource;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// At most one of the two processes of a database can be connected to; the row says which one takes
/// writes before it is told, and counts forward; and a failover that was asked for is forgotten
/// only for one, or for a database that has no second process any more.
final class OneTakesWrites implements Invariant {
  @Override
  public Stream<String> faults(Moment moment) {
    return Stream.of(
            moment.world().running().stream()
                .filter(OneTakesWrites::bothOpen)
                .map(site -> "clients can connect to both: " + site),
            moment
                .now()
                .databases()
                .filter(database -> ahead(moment.world().site(database.id()), database))
                .map(database -> "takes writes before its row says so: " + database),
            moment.changes().resources().stream()
                .filter(OneTakesWrites::countsBack)
                .map(change -> change.ref() + " counts its failovers backward"),
            moment.changes().resources().stream()
                .filter(OneTakesWrites::forgotWish)
                .map(change -> change.ref() + " forgot the failover that was asked for"))
        .flatMap(faults -> faults);
  }

  private static boolean bothOpen(Site site) {
    return site.redis != null
        && site.redis.port != 0
        && site.replica != null
        && site.replica.port != 0;
  }

  private static boolean ahead(Site site, Resource<DatabaseSpec> database) {
    return site.exists() && site.epoch > database.spec().epoch();
  }

  private static boolean countsBack(OfResource change) {
    DatabaseSpec before = spec(change.before());
    DatabaseSpec now = spec(change.now());
    return before != null && now != null && now.epoch() < before.epoch();
  }

  private static boolean forgotWish(OfResource change) {
    DatabaseSpec before = spec(change.before());
    DatabaseSpec now = spec(change.now());
    return before != null
        && now != null
        && before.failoverAsked()
        && !now.failoverAsked()
        && now.replication()
        && now.epoch() == before.epoch();
  }

  private static @Nullable DatabaseSpec spec(@Nullable Resource<?> row) {
    return row != null && row.spec() instanceof DatabaseSpec spec ? spec : null;
  }
}
