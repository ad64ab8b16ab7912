package dev.slipway.model;

import java.time.Instant;

/// One customer. Plans `FIXED` and `FREE` have no REST API (mission, first note), and the others
/// have one only once it was enabled.
public record Account(AccountId id, String name, Plan plan, boolean apiEnabled, Instant createdAt) {
  /// How the account pays; the first two may use the REST API.
  public enum Plan {
    FLEXIBLE,
    ANNUAL,
    FIXED,
    FREE;

    /// Whether this plan has a REST API at all.
    public boolean hasApi() {
      return this == FLEXIBLE || this == ANNUAL;
    }
  }
}
