package dev.slipway.api.http;

import dev.slipway.model.Command;

/// Takes commands for later.
@FunctionalInterface
public interface Submitter {
  /// Submits the command that a call stands for.
  ///
  /// @return the task that it has become
  /// @throws Refusal when it is not taken
  Answer submit(Call call, Command command);
}
