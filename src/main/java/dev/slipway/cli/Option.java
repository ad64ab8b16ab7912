package dev.slipway.cli;

import java.util.Locale;
import java.util.function.Function;

/// One option, on the command line as `--name VALUE` and in the environment as `SLIPWAY_NAME`.
///
/// @param name with its two dashes
/// @param label what stands for the value in the help; empty for a switch, which alone means yes
/// @param fallback the value when none is given; the reader must accept it
/// @param meaning what it is for, for the help
/// @param rule what a value must be: ends the sentence "must be"
/// @param example a good value, or the commonest
/// @param reader makes the value; throws IllegalArgumentException for a bad one
record Option<T>(
    String name,
    String label,
    String fallback,
    String meaning,
    String rule,
    String example,
    Function<String, T> reader) {
  /// The environment variable that stands for it.
  String variable() {
    return "SLIPWAY_" + name.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /// Whether it needs no value.
  boolean isSwitch() {
    return label.isEmpty();
  }

  /// The line that the help shows.
  String help() {
    String usual = fallback.isEmpty() || isSwitch() ? "" : " (" + fallback + ")";
    return "  %-26s %s%s%n".formatted(name + " " + label, meaning, usual);
  }
}
