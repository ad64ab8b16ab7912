package dev.slipway.api.http;

import dev.slipway.model.Command;
import java.util.function.Supplier;

/// Takes what changes something, and knows a repetition by its `Idempotency-Key`.
public interface Submitter {
  /// Submits the command that a call stands for.
  ///
  /// @return the task that it has become
  /// @throws Refusal when it is not taken
  Answer submit(Call call, Command command);

  /// Does at once what a call stands for.
  ///
  /// @return what came of it, or of the first call with the same key
  /// @throws Refusal as the work does, and when the key was used for another body or by a call that
  ///   is not answered yet
  Answer once(Call call, Supplier<Answer> work);
}
