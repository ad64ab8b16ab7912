package dev.slipway.proof.simulation;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Limits;
import dev.slipway.model.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/// What was done in vain is done again after 50 ms, then after twice that, up to half a minute,
/// however often somebody asks for a look in between (architecture 3).
final class BacksOff implements Invariant {
  private final Limits limits = Limits.standard();

  @Override
  public Stream<String> faults(Moment moment) {
    return moment
        .now()
        .databases()
        .filter(database -> tooSoon(database, moment))
        .map(
            database ->
                "%s came again too soon: %s"
                    .formatted(database.ref(), moment.world().site(database.id()).applied));
  }

  private boolean tooSoon(Resource<DatabaseSpec> database, Moment moment) {
    Site.Applied applied = moment.world().site(database.id()).applied;
    if (applied == null || applied.before() == null) {
      return false;
    }
    Instant from = applied.before();
    return applied.began().isBefore(from.plus(pauseBefore(applied.inARow())))
        && newStarts(database, moment).noneMatch(at -> within(at, from, applied.began()));
  }

  private Duration pauseBefore(int inARow) {
    Duration pause = limits.firstRetry();
    for (int i = 2; i < inARow && pause.compareTo(limits.lastRetry()) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(limits.lastRetry()) > 0 ? limits.lastRetry() : pause;
  }

  /// When tries begin anew.
  private static Stream<Instant> newStarts(Resource<DatabaseSpec> database, Moment moment) {
    return Stream.of(moment.upSince(), database.wantedAt());
  }

  private static boolean within(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && !at.isAfter(to);
  }
}
