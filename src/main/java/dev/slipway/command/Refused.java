package dev.slipway.command;

import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;

/// A rule says no. Thrown before anything is written, caught by {@link Handlers} alone.
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Problem problem;

  /// @param description the field, its rule, the value, and what to do next
  Refused(ProblemType type, String description) {
    super(type + ": " + description, null, false, false);
    this.problem = new Problem(type, description);
  }

  Problem problem() {
    return problem;
  }
}
