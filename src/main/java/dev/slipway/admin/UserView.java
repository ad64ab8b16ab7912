package dev.slipway.admin;

import dev.slipway.api.resource.Times;
import dev.slipway.model.AccountUser;
import java.time.Instant;
import java.util.List;

/// A user of an account as the administrator sees him.
record UserView(
    int id, String name, String email, String role, boolean hasApiKey, Instant createdTimestamp) {
  static UserView of(AccountUser user) {
    return new UserView(
        user.id(),
        user.name(),
        user.email(),
        user.role().wire(),
        user.hasApiKey(),
        Times.shown(user.createdAt()));
  }

  /// All of an account.
  record All(List<UserView> users) {}
}
