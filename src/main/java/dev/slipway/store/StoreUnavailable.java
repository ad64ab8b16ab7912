package dev.slipway.store;

/// The rows cannot be read or made durable now; the message names the path and the reason.
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// With the reason, and what was found.
  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  /// Tells an operator of a failure: in one line when the store was unavailable, since its message
  /// says all there is to know; with its trace otherwise.
  public static void tell(System.Logger log, String what, Throwable why) {
    if (why instanceof StoreUnavailable) {
      log.log(System.Logger.Level.ERROR, what + ": " + why.getMessage());
    } else {
      log.log(System.Logger.Level.ERROR, what, why);
    }
  }
}
