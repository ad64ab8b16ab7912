package dev.slipway.task;

import java.time.Duration;

/// The account's lane holds as many waiting tasks as it may. Nothing was stored.
public final class LaneFull extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// With the depth of the lane.
  LaneFull(int waiting) {
    super(
        waiting
            + " requests of this account are waiting already; wait until some are processed and"
            + " send this one again");
  }

  /// When a new try is worth it.
  public Duration retryAfter() {
    return Duration.ofSeconds(1);
  }
}
