package dev.slipway.reconcile;

import java.time.Duration;

/// How often a second a Redis looks after itself: expires keys, and whatever else nobody asks for.
/// A thousand idle ones at the usual pace would take most of a core (architecture 8).
final class PacePlan {
  private static final int BUSY = 10;
  private static final int IDLE = 1;
  private static final Duration SOON_IDLE = Duration.ofSeconds(60);

  private PacePlan() {}

  /// @param idle how long it has had no command
  static int hz(Duration idle) {
    return idle.compareTo(SOON_IDLE) < 0 ? BUSY : IDLE;
  }
}
