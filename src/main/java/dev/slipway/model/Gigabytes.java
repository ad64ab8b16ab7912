package dev.slipway.model;

import java.util.Collection;

/// Sizes in GB, which users write in tenths.
public final class Gigabytes {
  private static final double PARTS = 1_000;

  private Gigabytes() {}

  /// The memory of all these databases with their replicas, to a thousandth: tenths do not add up
  /// exactly, and neither a client nor a limit should meet the noise.
  public static double total(Collection<DatabaseSpec> databases) {
    double sum = databases.stream().mapToDouble(DatabaseSpec::memoryLimitGb).sum();
    return Math.round(sum * PARTS) / PARTS;
  }
}
