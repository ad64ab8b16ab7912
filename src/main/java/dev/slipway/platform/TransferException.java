package dev.slipway.platform;

import dev.slipway.model.Transfer;

/// Data did not get where it should.
public final class TransferException extends Exception {
  private static final long serialVersionUID = 1;
  private final transient Transfer.Failure failure;

  /// With what the user is told.
  public TransferException(Transfer.Failure failure) {
    super(failure.description());
    this.failure = failure;
  }

  /// With what the user is told.
  public TransferException(Transfer.Reason reason, String description) {
    this(new Transfer.Failure(reason, description));
  }

  /// The same, with what was thrown below, for the log.
  public TransferException(Transfer.Reason reason, String description, Throwable cause) {
    this(reason, description);
    initCause(cause);
  }

  /// As it is kept.
  public Transfer.Failure failure() {
    return failure;
  }
}
