package dev.slipway.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of an account's system log (api-rules 2.4).
///
/// @param originator the user who did it, or `System`
/// @param keyName the user key, when it was done through the API
/// @param resource the name of what it was done to
/// @param type such as `Database`
public record Event(
    Instant at,
    String originator,
    @Nullable String keyName,
    @Nullable Integer resourceId,
    @Nullable String resource,
    String type,
    String description) {
  /// What the server does by itself is done by this name.
  public static final String SYSTEM = "System";
}
