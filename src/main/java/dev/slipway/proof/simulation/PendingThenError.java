package dev.slipway.proof.simulation;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Limits;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.proof.simulation.Changes.OfResource;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/// I7, its second half: a database whose Redis died or is silent is pending for the first ten
/// seconds at most, then in error until it answers again.
final class PendingThenError implements Invariant {
  private final Duration recovery = Limits.standard().recovery();

  /// One look at a silent Redis is a second after the other, and so are tries to write to a store
  /// that is full.
  private static final Duration NEXT_LOOK = Duration.ofMillis(1100);

  @Override
  public Stream<String> faults(Moment moment) {
    return Stream.concat(
        moment
            .now()
            .databases()
            .filter(PendingThenError::recovers)
            .filter(database -> overdue(database, moment))
            .map(database -> database.ref() + " is pending since " + database.changedAt()),
        moment.processed() != null
            ? Stream.empty()
            : moment.changes().resources().stream()
                .filter(PendingThenError::takesErrorBack)
                .map(change -> change.ref() + " is not in error any more and does not answer"));
  }

  private static boolean recovers(Resource<?> database) {
    return database.everActive() && database.status() instanceof Status.Pending;
  }

  private boolean overdue(Resource<DatabaseSpec> database, Moment moment) {
    Site site = moment.world().site(database.id());
    return !site.acting
        && !site.serves(database.spec(), moment.at())
        && Stream.of(
                database.changedAt().plus(recovery),
                site.actedAt,
                moment.upSince(),
                moment.storeBackAt())
            .allMatch(since -> longAgo(since, moment.at()));
  }

  private static boolean longAgo(Instant since, Instant now) {
    return now.isAfter(since.plus(NEXT_LOOK));
  }

  private static boolean takesErrorBack(OfResource change) {
    return change.before() != null
        && change.before().status() instanceof Status.Failed
        && change.now() != null
        && recovers(change.now());
  }
}
