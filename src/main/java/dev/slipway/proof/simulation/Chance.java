package dev.slipway.proof.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// All randomness of one simulation: the same seed makes the same choices.
final class Chance {
  private final SplittableRandom random;

  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /// True once in `n` times; never when `n` is 0.
  boolean oneIn(int n) {
    return n > 0 && random.nextInt(n) == 0;
  }

  /// 0 to `n` - 1.
  int below(int n) {
    return random.nextInt(n);
  }

  /// Both ends included.
  int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  /// Up to this long, in whole milliseconds.
  Duration upTo(Duration longest) {
    return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
  }

  /// One of these.
  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
