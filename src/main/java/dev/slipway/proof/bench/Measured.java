package dev.slipway.proof.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/// One line of the table.
///
/// @param what what was measured
/// @param value in the limit's unit; empty when it was not measured
/// @param from the measurements behind the value, or why there are none, in words
public record Measured(String what, OptionalDouble value, Limit limit, String from) {
  /// What was measured.
  Measured(String what, double value, Limit limit, String from) {
    this(what, OptionalDouble.of(value), limit, from);
  }

  /// What could not be measured.
  static Measured not(String what, Limit limit, String why) {
    return new Measured(what, OptionalDouble.empty(), limit, why);
  }

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

    private boolean kept(double value) {
      return atMost ? value <= bound : value >= bound;
    }

    /// The limit in words.
    public String text() {
      return (atMost ? "<= " : ">= ") + number(bound) + unit;
    }
  }

  /// Whether it was measured and the limit is not kept.
  public boolean missed() {
    return value.isPresent() && !limit.kept(value.getAsDouble());
  }

  /// What became of the limit, in a word; nothing when nothing was measured.
  public String verdict() {
    if (value.isEmpty()) {
      return "";
    }
    return missed() ? "MISSED" : "kept";
  }

  /// The value with its unit.
  public String text() {
    return value.isEmpty() ? "not measured" : number(value.getAsDouble()) + limit.unit();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2f", value);
  }
}
