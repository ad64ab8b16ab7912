package dev.slipway.platform.process;

import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Waiting for the world with a bound, in one place.
final class Poll {
  private static final long EAGER_NANOS = Duration.ofMillis(50).toNanos();
  private static final long EAGER_PAUSE = 500_000;
  private static final long CALM_PAUSE = 5_000_000;

  private Poll() {}

  /// One look; empty when there is nothing yet.
  interface Look<T> {
    Optional<T> look() throws IOException, PlatformException;
  }

  /// Looks until there is something: every half millisecond at first, since a Redis is up within a
  /// few, then every five. Empty when the time has passed or the thread was interrupted.
  static <T> Optional<T> find(Duration atMost, Look<T> look) throws IOException, PlatformException {
    long begin = System.nanoTime();
    while (true) {
      Optional<T> found = look.look();
      long waited = System.nanoTime() - begin;
      if (found.isPresent()
          || waited > atMost.toNanos()
          || Thread.currentThread().isInterrupted()) {
        return found;
      }
      LockSupport.parkNanos(waited < EAGER_NANOS ? EAGER_PAUSE : CALM_PAUSE);
    }
  }
}
