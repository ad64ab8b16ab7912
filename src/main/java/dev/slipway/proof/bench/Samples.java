package dev.slipway.proof.bench;

import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Durations of the same thing. Safe for use by many threads.
final class Samples {
  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

  /// Something whose duration is of interest.
  interface Timed {
    void run() throws Exception;
  }

  /// Adds the duration of this.
  void time(Timed timed) throws Exception {
    long start = System.nanoTime();
    timed.run();
    add(System.nanoTime() - start);
  }

  /// Adds a duration in nanoseconds.
  void add(long duration) {
    nanos.add(duration);
  }

  /// The one in the middle, in milliseconds.
  double median() {
    return quantile(0.5);
  }

  /// The one that only one of a hundred is above, in milliseconds.
  double p99() {
    return quantile(0.99);
  }

  /// The one that this share of all is below, in milliseconds.
  private double quantile(double share) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * share))) / 1e6;
  }

  /// Median and 90th percentile in words.
  String text() {
    return String.format(Locale.ROOT, "%.3f ms (p90 %.3f)", median(), quantile(0.9));
  }
}
