package dev.slipway.model;

import java.time.Duration;

/// The limits of every server, until a test makes one small enough to go beyond it.
public final class LimitsDraft {
  private static final Limits STANDARD = Limits.standard();

  public int laneDepth = STANDARD.laneDepth();
  public int taskList = STANDARD.taskList();
  public int databasesPerSubscription = STANDARD.databasesPerSubscription();
  public Duration checkup = STANDARD.checkup();

  /// The limits.
  public Limits limits() {
    return new Limits(
        laneDepth,
        databasesPerSubscription,
        STANDARD.quantity(),
        STANDARD.changingSubscriptions(),
        STANDARD.taskAttempts(),
        STANDARD.provisioning(),
        STANDARD.recovery(),
        STANDARD.firstRetry(),
        STANDARD.lastRetry(),
        STANDARD.driftLook(),
        checkup,
        STANDARD.taskRetention(),
        taskList,
        STANDARD.counterpart(),
        STANDARD.capacityStepGb());
  }
}
