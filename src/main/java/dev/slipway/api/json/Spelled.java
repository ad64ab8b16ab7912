package dev.slipway.api.json;

/// A constant that the API spells otherwise than {@link Words} would.
public interface Spelled {
  /// As it stands in bodies and answers.
  String spelling();
}
