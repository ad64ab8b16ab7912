package dev.slipway.api.user;

import dev.slipway.api.http.Link;
import dev.slipway.api.resource.Times;
import dev.slipway.model.AccountUser;
import java.time.Instant;
import java.util.List;

/// A user as the API shows him (api-rules 2.2).
///
/// @param userType always `Local`: there is no other way to sign in here
record UserView(
    int id,
    String name,
    String email,
    String role,
    Instant signUp,
    String userType,
    boolean hasApiKey,
    Options options,
    List<Link> links) {
  /// What he is told by mail; nobody is told anything here.
  record Options(
      boolean billing, boolean emailAlerts, boolean operationalEmails, boolean mfaEnabled) {}

  static UserView of(AccountUser user, List<Link> links) {
    return new UserView(
        user.id(),
        user.name(),
        user.email(),
        user.role().wire(),
        Times.shown(user.createdAt()),
        "Local",
        user.hasApiKey(),
        new Options(false, false, false, false),
        links);
  }

  /// The list names its account `account`, unlike every other.
  record All(int account, List<UserView> users, List<Link> links) {}
}
