package dev.slipway.model;

import java.time.Instant;

/// A label of a database (api-rules 4.9).
///
/// @param key small letters, digits, blanks and `- _ . + @ :`
public record Tag(String key, String value, Instant createdAt, Instant updatedAt) {}
