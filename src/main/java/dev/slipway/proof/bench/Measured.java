package dev.slipway.proof.bench;

import java.util.Locale;

/// One line of the table.
///
/// @param what what was measured
/// @param value in the limit's unit
/// @param from the measurements behind the value, in words
public record Measured(String what, double value, Limit limit, String from) {
  /// What a value must reach.
  ///
  /// @param atMost whether it must stay within the bound, or reach it
  /// @param unit such as ` MB`, or `x` for a ratio
  public record Limit(boolean atMost, double bound, String unit) {
    static Limit atMost(double bound, String unit) {
      return new Limit(true, bound, unit);
    }

    static Limit atLeast(double bound, String unit) {
      return new Limit(false, bound, unit);
    }

    /// The limit in words.
    public String text() {
      return (atMost ? "<= " : ">= ") + number(bound) + unit;
    }
  }

  /// Whether the limit is kept.
  public boolean good() {
    return limit.atMost() ? value <= limit.bound() : value >= limit.bound();
  }

  /// The value with its unit.
  public String text() {
    return number(value) + limit.unit();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2f", value);
  }
}
