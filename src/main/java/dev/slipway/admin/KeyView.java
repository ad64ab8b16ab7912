package dev.slipway.admin;

import dev.slipway.api.resource.Times;
import dev.slipway.model.Secret;
import dev.slipway.model.UserKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A user key as the administrator sees it.
///
/// @param secretKey only in the answer that made it: nobody can read it again
record KeyView(
    int id,
    String name,
    int userId,
    String userName,
    String role,
    List<String> allowedSourceIps,
    Instant createdTimestamp,
    @Nullable String secretKey) {
  static KeyView of(UserKey key) {
    return of(key, null);
  }

  static KeyView withSecret(UserKey key, Secret secret) {
    return of(key, secret.clear());
  }

  private static KeyView of(UserKey key, @Nullable String secret) {
    return new KeyView(
        key.id(),
        key.name(),
        key.userId(),
        key.userName(),
        key.role().wire(),
        key.allowedSources(),
        Times.shown(key.createdAt()),
        secret);
  }

  /// The secret must not get into a log by accident.
  @Override
  public String toString() {
    return "KeyView[" + id + "]";
  }

  /// All of an account.
  record All(List<KeyView> keys) {}
}
