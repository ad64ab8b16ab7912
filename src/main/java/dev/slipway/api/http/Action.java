package dev.slipway.api.http;

/// What an operation does once the door has let the call in.
@FunctionalInterface
public interface Action {
  /// Answers a call.
  ///
  /// @throws Refusal when the call cannot be served; rendered as an error frame
  Answer answer(Call call);
}
