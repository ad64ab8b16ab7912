package dev.slipway.e2e;

import java.time.Duration;
import java.util.function.Predicate;

/// Looks again and again until something is so, for a bounded time: what is slow here is only slow,
/// what never comes fails.
final class Eventually {
  private static final long LONGEST = Duration.ofSeconds(30).toNanos();
  private static final long PAUSE_MILLIS = 5;

  private Eventually() {}

  /// A look, which may fail.
  interface Look<T> {
    T look() throws Exception;
  }

  /// The first thing seen that is so.
  ///
  /// @throws AssertionError with the last thing seen, when none was
  static <T> T until(Look<T> look, Predicate<T> isSo) throws Exception {
    long start = System.nanoTime();
    T seen = look.look();
    while (!isSo.test(seen)) {
      if (System.nanoTime() - start > LONGEST) {
        throw new AssertionError("still not so, last seen: " + seen);
      }
      Thread.sleep(PAUSE_MILLIS);
      seen = look.look();
    }
    return seen;
  }
}
