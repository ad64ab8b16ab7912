package dev.slipway.reconcile;

import dev.slipway.model.Status;
import dev.slipway.platform.Action;
import java.time.Duration;

/// What should happen next for one resource. Returned, never thrown; the reconciler alone acts on
/// it.
public sealed interface Step {
  /// Apply once, then look again.
  record Do(Action action) implements Step {}

  /// Look again later; the reason is shown to the operator.
  record Wait(Duration retryIn, String reason) implements Step {}

  /// Write the status. A resource whose row says so already is left to rest.
  record Settle(Status status) implements Step {}

  /// The port is somebody else's and was not asked for: reserve another, look again.
  record TakeOtherPort(String holder) implements Step {}

  /// The other Redis is to take writes from now on: write that down, look again.
  record TakeOver() implements Step {}

  /// The world is clean: delete the row.
  record Forget() implements Step {}
}
