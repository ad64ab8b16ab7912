package dev.slipway.admin;

import dev.slipway.api.resource.Times;
import dev.slipway.model.Account;
import dev.slipway.model.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account as the administrator sees it.
///
/// @param usable whether its keys open the API: it is enabled, and the plan has it
/// @param accountKey only in the answer that made it: nobody can read it again
record AccountView(
    int id,
    String name,
    Account.Plan plan,
    boolean apiEnabled,
    boolean usable,
    Instant createdTimestamp,
    @Nullable String accountKey) {
  static AccountView of(Account account) {
    return of(account, null);
  }

  static AccountView withKey(Account account, Secret key) {
    return of(account, key.clear());
  }

  private static AccountView of(Account account, @Nullable String key) {
    return new AccountView(
        account.id().value(),
        account.name(),
        account.plan(),
        account.apiEnabled(),
        account.apiEnabled() && account.plan().hasApi(),
        Times.shown(account.createdAt()),
        key);
  }

  /// The key must not get into a log by accident.
  @Override
  public String toString() {
    return "AccountView[" + id + "]";
  }

  /// All of them.
  record All(List<AccountView> accounts) {}
}
