package dev.slipway.cli;

import dev.slipway.Config;
import dev.slipway.model.Check;
import dev.slipway.model.Check.Verdict;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// `doctor`: tells how a machine suits a server that is set up like this, a line for each thing
/// that was looked at. It changes nothing, whether or not the server runs.
///
/// @param machine what is looked at
record Doctor(Machine machine, PrintStream out) {
  private static final int CANNOT_SERVE = 1;

  /// Tells it.
  ///
  /// @return the exit code: 0 unless something keeps a server from serving
  int run(Config config) {
    List<Check> checks = machine.examine(config);
    checks.forEach(this::print);
    return checks.stream().anyMatch(check -> check.verdict() == Verdict.PROBLEM) ? CANNOT_SERVE : 0;
  }

  private void print(Check check) {
    String verdict = check.verdict().name().toLowerCase(Locale.ROOT);
    out.printf("%-8s %-15s %s%n", verdict, check.what(), check.words());
  }
}
