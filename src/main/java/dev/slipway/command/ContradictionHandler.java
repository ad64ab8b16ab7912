package dev.slipway.command;

import dev.slipway.model.Contradiction;

/// Refuses a request that contradicts itself with the problem it came with.
final class ContradictionHandler {
  private ContradictionHandler() {}

  static Outcome run(Contradiction command) {
    return new Outcome.Rejected(command.problem());
  }
}
