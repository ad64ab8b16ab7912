package dev.slipway.model;

/// A value that must never be printed. Stored encrypted; shown only where the API says so.
public record Secret(String clear) {
  @Override
  public String toString() {
    return "***";
  }
}
