package dev.slipway.model;

import java.time.Duration;

/// Every limit of the lifecycle, with its unit (architecture 5b).
///
/// @param laneDepth tasks that may wait in one account's lane
/// @param databasesPerSubscription databases in one subscription
/// @param quantity databases that one entry of a creation plan may stand for
/// @param changingSubscriptions subscriptions of an account that may be non-active at once
/// @param taskAttempts claims without a verdict after which a task is given up
/// @param provisioning how long a creation may take before it is called failed
/// @param recovery how long a died database says pending before it says error
/// @param firstRetry wait before the same action is tried again; doubles
/// @param lastRetry the longest such wait
/// @param driftLook how often a resource at rest is looked at
/// @param checkup how often a running database is asked for its numbers
/// @param taskRetention how long a task is kept after its last change
/// @param taskList tasks that one list shows
/// @param counterpart how long something emulated waits in each of its states, such as for the
///   other side to accept it
/// @param capacityStepGb a subscription's capacity grows in steps of this many GB
public record Limits(
    int laneDepth,
    int databasesPerSubscription,
    int quantity,
    int changingSubscriptions,
    int taskAttempts,
    Duration provisioning,
    Duration recovery,
    Duration firstRetry,
    Duration lastRetry,
    Duration driftLook,
    Duration checkup,
    Duration taskRetention,
    int taskList,
    Duration counterpart,
    int capacityStepGb) {
  /// The values of architecture 5b.
  public static Limits standard() {
    return new Limits(
        10_000,
        1_000,
        100,
        3,
        3,
        Duration.ofMinutes(2),
        Duration.ofSeconds(10),
        Duration.ofMillis(50),
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofDays(10),
        10_000,
        Duration.ofSeconds(1),
        10);
  }
}
