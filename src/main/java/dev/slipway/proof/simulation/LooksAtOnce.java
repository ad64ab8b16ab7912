package dev.slipway.proof.simulation;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.proof.simulation.Changes.OfResource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// What a user wants changed is looked at as soon as nothing else is done to that database, and not
/// when the pause after some earlier try is over.
final class LooksAtOnce implements Invariant {
  private static final Duration SOON = Duration.ofMillis(100);

  /// A store that was full is tried again after a second.
  private static final Duration STORE_TRIED = Duration.ofSeconds(1);

  /// How many looks at a database had begun when the wish was made: times are the same too often.
  private final Map<Integer, Integer> looksBefore = new HashMap<>();

  @Override
  public Stream<String> faults(Moment moment) {
    moment.changes().resources().stream()
        .filter(LooksAtOnce::isWish)
        .map(change -> moment.world().site(change.ref().id()))
        .forEach(site -> looksBefore.put(site.id, site.looks));
    return moment
        .now()
        .databases()
        .filter(database -> waits(database, moment))
        .map(database -> "what was wanted at " + database.wantedAt() + " waits: " + database);
  }

  /// One that needs nothing of the world, such as another name, leaves a database active.
  private static boolean isWish(OfResource change) {
    Resource<?> before = change.before();
    Resource<?> now = change.now();
    return now != null
        && now.spec() instanceof DatabaseSpec
        && !(now.status() instanceof Status.Active)
        && (before == null || !before.wantedAt().equals(now.wantedAt()));
  }

  private boolean waits(Resource<DatabaseSpec> database, Moment moment) {
    Site site = moment.world().site(database.id());
    return looksBefore.getOrDefault(site.id, -1) == site.looks
        && !site.acting
        && Stream.of(
                database.wantedAt(),
                site.actedAt,
                moment.upSince(),
                moment.storeBackAt().plus(STORE_TRIED))
            .allMatch(since -> longAgo(since, moment.at()));
  }

  private static boolean longAgo(Instant since, Instant now) {
    return now.isAfter(since.plus(SOON));
  }
}
