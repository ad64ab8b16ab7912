package dev.slipway.model;

/// Where a test may crash the program. Handed in; in production every point is passed over.
@FunctionalInterface
public interface Failpoints {
  /// The program is at this point.
  void hit(Failpoint point);

  /// Passes over every point.
  Failpoints OFF = _ -> {};
}
