package dev.slipway.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What the last checkup of a Redis has found.
///
/// @param load what it did since the one before; null for the first checkup of a run
/// @param at when that was, in nanoseconds of the clock that only measures
/// @param busyAt the last checkup that saw a command, or the first one of the run, in the same way
public record Chart(Vitals vitals, @Nullable Load load, long at, long busyAt) {
  /// The first one of a run.
  public static Chart begin(Vitals vitals, long nanos) {
    return new Chart(vitals, null, nanos, nanos);
  }

  /// The next one.
  public Chart then(Vitals next, long nanos) {
    if (!next.runId().equals(vitals.runId()) || nanos <= at) {
      return begin(next, nanos);
    }
    Load since = new Load(vitals, next, Duration.ofNanos(nanos - at));
    return new Chart(next, since, nanos, since.any(Vitals::all) ? nanos : busyAt);
  }

  /// How long no command was seen.
  public Duration idle() {
    return Duration.ofNanos(at - busyAt);
  }
}
