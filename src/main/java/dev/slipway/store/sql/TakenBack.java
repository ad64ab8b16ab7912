package dev.slipway.store.sql;

/// A change was as it should be, and was taken back with the one that broke off beside it.
final class TakenBack extends RuntimeException {
  private static final long serialVersionUID = 1;

  TakenBack(Throwable cause) {
    super(cause);
  }
}
