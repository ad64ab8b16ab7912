package dev.slipway.model;

import java.time.Instant;
import java.util.List;

/// Who sent a request: the account of the account key and the user behind the user key.
///
/// @param keyName name of the user key, 10 to 50 characters
/// @param allowedSources CIDR blocks the key may be used from; `0.0.0.0/0` means anywhere
public record Caller(
    Account account,
    int userId,
    String userName,
    String userEmail,
    Role role,
    String keyName,
    List<String> allowedSources,
    Instant keyCreatedAt) {}
