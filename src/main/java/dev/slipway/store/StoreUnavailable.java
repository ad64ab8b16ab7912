package dev.slipway.store;

/// The rows cannot be read or made durable now; the message names the path and the reason.
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// With the reason, and what was found.
  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
