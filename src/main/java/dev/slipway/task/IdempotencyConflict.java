package dev.slipway.task;

/// The same `Idempotency-Key` came with another body. Nothing was stored.
public final class IdempotencyConflict extends RuntimeException {
  private static final long serialVersionUID = 1;

  IdempotencyConflict() {
    super(
        "this Idempotency-Key was used for another body on the same path: repeat that body, or use"
            + " a new key");
  }
}
