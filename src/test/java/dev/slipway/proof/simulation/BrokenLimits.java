package dev.slipway.proof.simulation;

import dev.slipway.model.Limits;
import java.time.Duration;

/// Ways to break the limits.
final class BrokenLimits {
  private BrokenLimits() {}

  /// Ten subscriptions may change at once.
  static Limits withTenSubscriptions(Limits is) {
    return with(is, 10, is.recovery());
  }

  /// A dead database is pending for ten hours.
  static Limits withTenHoursOfRecovery(Limits is) {
    return with(is, is.changingSubscriptions(), Duration.ofHours(10));
  }

  /// The second pause is as long as the first, and so is every other.
  static Limits withoutDoubling(Limits is) {
    return with(is, is.changingSubscriptions(), is.recovery(), is.firstRetry());
  }

  private static Limits with(Limits is, int changingSubscriptions, Duration recovery) {
    return with(is, changingSubscriptions, recovery, is.lastRetry());
  }

  private static Limits with(
      Limits is, int changingSubscriptions, Duration recovery, Duration lastRetry) {
    return new Limits(
        is.laneDepth(),
        is.databasesPerSubscription(),
        is.quantity(),
        changingSubscriptions,
        is.taskAttempts(),
        is.provisioning(),
        recovery,
        is.firstRetry(),
        lastRetry,
        is.driftLook(),
        is.checkup(),
        is.taskRetention(),
        is.taskList(),
        is.counterpart(),
        is.capacityStepGb());
  }
}
