package dev.slipway.model;

/// What went wrong, as the API says it: a type that clients match, a status, and a sentence that
/// tells a person what to do. Nothing internal is in it.
public record Problem(ProblemType type, String description) {
  /// The HTTP status class of the type.
  public int status() {
    return type.status();
  }
}
