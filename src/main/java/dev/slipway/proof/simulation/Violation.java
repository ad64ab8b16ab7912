package dev.slipway.proof.simulation;

/// An invariant does not hold.
final class Violation extends Cut {
  private static final long serialVersionUID = 1;

  Violation(String message) {
    super(message);
  }
}
