package dev.slipway.proof.simulation;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/// I7: what says active gives PONG to the password and port of its row. A death is seen within 100
/// ms, silence within the two PINGs that it takes, both counted anew after an action on the
/// database; what happened while no program lived, within 100 ms of its start. One look may fail.
/// What cannot be written down while the disk of the store is full must be shown all the same.
final class ActiveMeansServing implements Invariant {
  private static final Duration SEEN = Duration.ofMillis(100);
  private static final Duration SILENCE_SEEN = Duration.ofMillis(3100);

  @Override
  public Stream<String> faults(Moment moment) {
    return moment
        .now()
        .databases()
        .map(moment.unwritten()::over)
        .filter(database -> database.status() instanceof Status.Active)
        .filter(database -> !excused(database, moment))
        .map(database -> database.ref() + " says active and does not serve");
  }

  private static boolean excused(Resource<DatabaseSpec> database, Moment moment) {
    Site site = moment.world().site(database.id());
    if (site.serves(database.spec(), moment.at())) {
      return true;
    }
    Duration patience = site.redis == null ? SEEN : SILENCE_SEEN;
    return site.acting
        || within(patience, site.actedAt, moment.at())
        || within(patience, site.brokenAt, moment.at())
        || within(SEEN, site.lookFailedAt, moment.at())
        || within(SEEN, moment.upSince(), moment.at());
  }

  private static boolean within(Duration patience, Instant since, Instant now) {
    return !now.isAfter(since.plus(patience));
  }
}
