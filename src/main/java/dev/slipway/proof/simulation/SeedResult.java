package dev.slipway.proof.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one seed ended.
///
/// @param trace the last moves
/// @param fault what is wrong; null when nothing is
record SeedResult(long seed, int steps, List<String> trace, Marks marks, @Nullable String fault) {
  /// For whoever looks for the cause.
  String describe() {
    return """
        %s
        seed %d, step %d: %s
        again: ./slipway simulate --seeds 1 --from %d"""
        .formatted(String.join("\n", trace), seed, steps, fault, seed);
  }
}
