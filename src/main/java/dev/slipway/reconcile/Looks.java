package dev.slipway.reconcile;

import dev.slipway.model.AclRoleSpec;
import dev.slipway.model.AclUserSpec;
import dev.slipway.model.CloudAccountSpec;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.EmulatedSpec;
import dev.slipway.model.Facts;
import dev.slipway.model.RedisRuleSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Settings;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.Wanted;
import dev.slipway.platform.Observed;
import dev.slipway.platform.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at the world and asks the plan of what was looked at what is next.
final class Looks {
  private final Reconciler with;
  private final Tries tries;

  /// @param tries what was tried in vain during the visit
  Looks(Reconciler with, Tries tries) {
    this.with = with;
    this.tries = tries;
  }

  /// What a look found and what should happen next.
  ///
  /// @param wanted what was compared with it; null for what is no database
  record Look(@Nullable Wanted wanted, @Nullable Observed seen, @Nullable Facts facts, Step step) {
    private static Look nowhere(Step step) {
      return new Look(null, null, null, step);
    }
  }

  /// Looks once.
  Look at(Resource<?> resource) {
    return switch (resource.spec()) {
      case SubscriptionSpec spec -> atSubscription(resource.as(spec));
      case DatabaseSpec spec -> atDatabase(resource.as(spec));
      case RedisRuleSpec _, AclRoleSpec _, AclUserSpec _ -> Look.nowhere(access(resource));
      case CloudAccountSpec _ -> Look.nowhere(RecordPlan.next(resource));
      case EmulatedSpec spec -> Look.nowhere(emulated(resource.as(spec)));
    };
  }

  private Step access(Resource<?> resource) {
    Reach reach = with.store().read(tx -> Reach.of(resource, tx));
    return AccessPlan.next(resource, reach, history(resource).sinceWanted(), with.limits());
  }

  private Step emulated(Resource<? extends EmulatedSpec> resource) {
    Duration elapsed = Duration.between(resource.wantedAt(), with.clock().instant());
    return EmulatedPlan.next(
        resource.status(), resource.spec().course(), elapsed, with.limits().counterpart());
  }

  private Look atSubscription(Resource<SubscriptionSpec> subscription) {
    List<Resource<DatabaseSpec>> databases =
        with.store().read(tx -> tx.databases().under(subscription.id(), 0, Integer.MAX_VALUE));
    return Look.nowhere(SubscriptionPlan.next(subscription, databases, with.limits()));
  }

  private Look atDatabase(Resource<DatabaseSpec> database) {
    Wanted wanted = with.store().read(tx -> Guests.of(database, tx)).wantedOf(database);
    try {
      Observed seen = with.platform().observe(database.id(), wanted);
      tries.look(seen);
      return new Look(wanted, seen, seen.facts(), next(database, wanted, seen));
    } catch (PlatformException e) {
      tries.failed(e.trouble());
      Step next = next(database, wanted, null);
      return new Look(
          wanted,
          null,
          null,
          next instanceof Step.Wait(_, String reason)
              ? new Step.Wait(noLaterThanOverdue(database, tries.backOff()), reason)
              : next);
    }
  }

  /// What is next for a database that was seen like this; null when it could not be looked at.
  Step next(Resource<DatabaseSpec> database, Wanted wanted, @Nullable Observed seen) {
    return DatabasePlan.next(
        database, Settings.wantedBy(wanted), seen, history(database), with.limits());
  }

  /// Somebody has to look when the status must change, also while an action still waits.
  Duration noLaterThanOverdue(Resource<?> resource, Duration wait) {
    Duration until = DatabasePlan.untilOverdue(resource, history(resource), with.limits());
    return until.isPositive() && until.compareTo(wait) < 0 ? until.plusMillis(1) : wait;
  }

  private History history(Resource<?> resource) {
    Instant now = with.clock().instant();
    Instant since = with.since();
    // A start that lies in the future was before the clock was set back.
    boolean later = since.isAfter(resource.wantedAt()) && !since.isAfter(now);
    Instant known = later ? since : resource.wantedAt();
    return new History(
        Duration.between(known, now),
        Duration.between(resource.changedAt(), now),
        tries.any(),
        tries.started(),
        tries.count(),
        tries.trouble(),
        tries.flushed());
  }
}
