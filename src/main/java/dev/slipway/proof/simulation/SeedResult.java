package dev.slipway.proof.simulation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How one seed ended.
///
/// @param trace the last moves
/// @param fault what is wrong; null when nothing is
record SeedResult(long seed, int steps, List<String> trace, Marks marks, @Nullable String fault) {
  /// This result, which must be the same as the one of an earlier run of the seed.
  SeedResult after(SeedResult earlier) {
    return Objects.equals(fault, earlier.fault) && steps == earlier.steps
        ? this
        : new SeedResult(
            seed, steps, trace, marks, "two runs differ: " + earlier.fault + " and " + fault);
  }

  /// For whoever looks for the cause.
  String describe() {
    return """
        %s
        seed %d, step %d: %s
        again: ./slipway simulate --seeds 1 --from %d"""
        .formatted(String.join("\n", trace), seed, steps, fault, seed);
  }
}
