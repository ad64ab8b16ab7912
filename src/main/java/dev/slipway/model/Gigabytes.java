package dev.slipway.model;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/// Sizes in GB, which users write in tenths.
public final class Gigabytes {
  private static final double PARTS = 1_000;

  private Gigabytes() {}

  /// The memory of all these databases with their replicas, to a thousandth: tenths do not add up
  /// exactly, and neither a client nor a limit should meet the noise.
  public static double total(Collection<DatabaseSpec> databases) {
    return sum(databases, DatabaseSpec::memoryLimitGb);
  }

  /// The memory that they take where they run: that of each Redis. One of several regions is as
  /// large as any other, since one Redis serves all regions (decision 13).
  public static double onThisMachine(Collection<DatabaseSpec> databases) {
    return sum(databases, database -> database.datasetGb() * (database.replication() ? 2 : 1));
  }

  private static double sum(
      Collection<DatabaseSpec> databases, ToDoubleFunction<DatabaseSpec> size) {
    return Math.round(databases.stream().mapToDouble(size).sum() * PARTS) / PARTS;
  }
}
