package dev.slipway.command;

import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;

/// A rule says no. Thrown before anything is written, caught by {@link Handlers} alone.
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Problem problem;

  /// For a rule that says by itself what to do.
  ///
  /// @param rule the field, its rule and the value
  Refused(ProblemType type, String rule) {
    super(type + ": " + rule, null, false, false);
    this.problem = new Problem(type, rule);
  }

  /// For all others.
  ///
  /// @param advice what to do next
  Refused(ProblemType type, String rule, String advice) {
    this(type, rule + " " + advice);
  }

  Problem problem() {
    return problem;
  }
}
