package dev.slipway.model;

import java.time.Instant;

/// Somebody who works for an account.
///
/// @param hasApiKey whether a user key is his
public record AccountUser(
    int id, String name, String email, Role role, Instant createdAt, boolean hasApiKey) {}
