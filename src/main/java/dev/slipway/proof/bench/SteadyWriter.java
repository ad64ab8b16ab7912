package dev.slipway.proof.bench;

import dev.slipway.proof.live.Endpoint;
import dev.slipway.proof.live.RedisClient;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A client that writes all the time, and knows how long it once could not.
final class SteadyWriter implements Runnable, AutoCloseable {
  /// So short that it is little beside a gap, and leaves the processors to those who work.
  private static final long PAUSE_NANOS = 200_000;

  private final Endpoint endpoint;
  private volatile boolean ended;
  private volatile long last = System.nanoTime();
  private final AtomicLong longest = new AtomicLong();

  SteadyWriter(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public void run() {
    while (!ended) {
      try (RedisClient redis = RedisClient.open(endpoint)) {
        while (!ended) {
          redis.call("SET", "k", "v");
          acknowledged();
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      } catch (IOException _) {
        LockSupport.parkNanos(PAUSE_NANOS); // cut, and to be back soon
      }
    }
  }

  private void acknowledged() {
    long now = System.nanoTime();
    longest.accumulateAndGet(now - last, Math::max);
    last = now;
  }

  /// Forgets what was.
  void begin() {
    longest.set(0);
  }

  /// The longest time between two acknowledged writes since the beginning, in nanoseconds.
  long longestGap() {
    return longest.get();
  }

  /// Writes no more.
  @Override
  public void close() {
    ended = true;
  }
}
