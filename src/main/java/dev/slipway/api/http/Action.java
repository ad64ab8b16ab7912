package dev.slipway.api.http;

/// What an operation does once the door has let the call in.
@FunctionalInterface
public interface Action {
  /// Answers a call.
  ///
  /// @param queue takes a command that the call stands for
  /// @throws Refusal when the call cannot be served; rendered as an error frame
  Answer answer(Call call, Submitter queue);
}
