package dev.slipway.api.http;

/// A parameter in the query of an operation.
///
/// @param type its values: `Integer`, `String` or `Boolean`
/// @param required whether a call without it is refused
/// @param meaning in a few words
public record Parameter(String name, Class<?> type, boolean required, String meaning) {
  /// One that may be left out.
  public static Parameter optional(String name, Class<?> type, String meaning) {
    return new Parameter(name, type, false, meaning);
  }
}
