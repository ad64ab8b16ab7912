package dev.slipway.model;

import java.time.Instant;
import java.util.List;

/// A key that speaks for a user of an account, without its value, which nobody can read again.
///
/// @param name 10 to 50 letters, digits, dashes and underscores (api-rules 2.1)
/// @param role what its user may do
/// @param allowedSources CIDR blocks the key may be used from; `0.0.0.0/0` means anywhere
public record UserKey(
    int id,
    int userId,
    String userName,
    Role role,
    String name,
    List<String> allowedSources,
    Instant createdAt) {}
