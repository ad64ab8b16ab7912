package dev.slipway.proof.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/// All randomness of one run: the same seed makes the same choices.
final class Chance {
  private final SplittableRandom random;

  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  /// True so many times of a hundred.
  boolean percent(int share) {
    return random.nextInt(100) < share;
  }

  /// 0 to `n` - 1.
  int below(int n) {
    return random.nextInt(n);
  }

  /// One of these.
  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
