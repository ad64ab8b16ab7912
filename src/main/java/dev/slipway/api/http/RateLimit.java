package dev.slipway.api.http;

import dev.slipway.model.AccountId;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Counts the calls of each account over a minute (api-rules 1.5). An account has one account key,
/// so this is the limit of the key.
final class RateLimit {
  private final long perMinute;
  private final TimeMeter clock;
  private final Map<AccountId, Bucket> buckets = new ConcurrentHashMap<>();

  /// @param perMinute calls that an account may make in a minute
  /// @param nanos time that passes whatever somebody sets the clock to, as `System.nanoTime` has it
  RateLimit(long perMinute, LongSupplier nanos) {
    this.perMinute = perMinute;
    this.clock = clock(nanos);
  }

  /// Calls that an account may make in a minute.
  long perMinute() {
    return perMinute;
  }

  /// Counts one call and returns how many more there may be now.
  ///
  /// @throws Refusal 429 when there were too many, with the time to wait
  long count(AccountId account) {
    var probe = buckets.computeIfAbsent(account, _ -> bucket()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Refusal.later(
          429,
          "More than " + perMinute + " requests in a minute.",
          Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
    return probe.getRemainingTokens();
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .withCustomTimePrecision(clock)
        .build();
  }

  private static TimeMeter clock(LongSupplier nanos) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return nanos.getAsLong();
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }
}
