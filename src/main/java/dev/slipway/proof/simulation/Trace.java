package dev.slipway.proof.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// The last things that happened, for whoever reads a failure.
final class Trace {
  private static final int KEPT = 40;
  private final ArrayDeque<String> lines = new ArrayDeque<>();
  private final InstantSource clock;
  private final Instant start;
  private final boolean told;
  private int step;

  /// @param told whether anything is written down; to put it into words takes time
  Trace(InstantSource clock, boolean told) {
    this.clock = clock;
    this.start = clock.instant();
    this.told = told;
  }

  /// The next step begins.
  void nextStep() {
    step++;
  }

  /// Steps so far.
  int step() {
    return step;
  }

  /// Something happened.
  void add(Supplier<String> what) {
    if (!told) {
      return;
    }
    if (lines.size() == KEPT) {
      lines.removeFirst();
    }
    double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
    lines.add(String.format(Locale.ROOT, "step %4d  %9.3f s  %s", step, seconds, what.get()));
  }

  /// The last lines, oldest first.
  List<String> lines() {
    return List.copyOf(lines);
  }
}
