package dev.slipway.store;

/// A command as its row holds it; the secrets in it are encrypted.
///
/// @param type which command it is
/// @param json what it says
public record CommandText(String type, String json) {}
