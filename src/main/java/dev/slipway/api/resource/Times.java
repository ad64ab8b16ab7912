package dev.slipway.api.resource;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How times are shown: RFC 3339 in UTC, to the millisecond.
public final class Times {
  private Times() {}

  /// The time as it is shown.
  public static Instant shown(Instant exact) {
    return exact.truncatedTo(ChronoUnit.MILLIS);
  }

  /// The same for a time that may not have come yet.
  public static @Nullable Instant shownIfAny(@Nullable Instant exact) {
    return exact == null ? null : shown(exact);
  }
}
