package dev.slipway.command;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Gigabytes;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import java.util.List;

/// The memory that is planned for a subscription's databases. It grows in steps when a database
/// does not fit, and never shrinks (architecture 5).
///
/// @param stepGb size of a step
record Capacity(int stepGb) {
  /// 50 TB a subscription (api-rules 4.1).
  private static final double LARGEST_GB = 50_000;

  /// The subscription with room for these databases: the same when they fit. Refuses with
  /// DATABASE_SIZE_TOO_BIG.
  SubscriptionSpec fit(SubscriptionSpec subscription, List<DatabaseSpec> databases) {
    double needed = Math.ceil(Gigabytes.total(databases) / stepGb) * stepGb;
    if (needed > LARGEST_GB) {
      throw new Refused(
          ProblemType.DATABASE_SIZE_TOO_BIG,
          "A subscription holds at most %s, and all databases with their replicas would need more."
              .formatted(Words.gb(LARGEST_GB)),
          "Ask for less, or use another subscription.");
    }
    return needed > subscription.capacityGb() ? subscription.withCapacityGb(needed) : subscription;
  }

  /// Makes the subscription pending until it has the larger capacity; leaves it alone when it has.
  void grow(Turn turn, Resource<SubscriptionSpec> subscription, SubscriptionSpec larger) {
    if (!larger.equals(subscription.spec())) {
      String reason =
          "growing from %s to %s"
              .formatted(Words.gb(subscription.spec().capacityGb()), Words.gb(larger.capacityGb()));
      turn.tx().subscriptions().want(subscription, larger, new Status.Pending(reason), turn.now());
    }
  }
}
