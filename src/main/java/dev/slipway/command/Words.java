package dev.slipway.command;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How refusals spell values, the same on every machine.
final class Words {
  private Words() {}

  /// Such as `2.5 GB`.
  static String gb(double value) {
    var rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().toPlainString() + " GB";
  }

  /// The value as a user would write it, shortened so that an answer stays readable.
  static String quoted(String value) {
    return '"' + (value.length() <= 100 ? value : value.substring(0, 100) + "...") + '"';
  }
}
