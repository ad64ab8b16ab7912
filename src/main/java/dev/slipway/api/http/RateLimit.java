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
  private final Quota whole;
  private final TimeMeter clock;
  private final Map<AccountId, Bucket> buckets = new ConcurrentHashMap<>();

  /// @param perMinute calls that an account may make in a minute
  /// @param nanos time that passes whatever somebody sets the clock to, as `System.nanoTime` has it
  RateLimit(long perMinute, LongSupplier nanos) {
    this.whole = Quota.whole(perMinute);
    this.clock = clock(nanos);
  }

  /// What an account has of which nothing was used.
  Quota whole() {
    return whole;
  }

  /// Counts one call.
  Use use(AccountId account) {
    var probe = buckets.computeIfAbsent(account, _ -> bucket()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? new Use(true, whole.with(probe.getRemainingTokens()))
        : new Use(false, whole.usedUp(Duration.ofNanos(probe.getNanosToWaitForRefill())));
  }

  /// One call that was counted.
  ///
  /// @param granted whether there was one left
  record Use(boolean granted, Quota quota) {
    /// @throws Refusal 429 when there was none, with the time to wait
    void require() {
      if (!granted) {
        throw Refusal.later(
            429, "More than " + quota.perMinute() + " requests in a minute.", quota.more());
      }
    }
  }

  private Bucket bucket() {
    long perMinute = whole.perMinute();
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
