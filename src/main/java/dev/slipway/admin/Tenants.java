package dev.slipway.admin;

import dev.slipway.api.http.Call;
import dev.slipway.api.http.Refusal;
import dev.slipway.model.Account;
import dev.slipway.model.AccountId;
import dev.slipway.model.AccountUser;
import dev.slipway.model.UserKey;
import dev.slipway.store.Tx;

/// Finds the rows that the path of a call names; 404 for what is not there.
final class Tenants {
  private Tenants() {}

  static Account account(Tx tx, Call call) {
    int id = call.number("accountId");
    return tx.accounts()
        .find(new AccountId(id))
        .orElseThrow(() -> Refusal.of(404, "There is no account " + id + "."));
  }

  static AccountUser user(Tx tx, Account account, int id) {
    return tx.accounts().users(account.id()).stream()
        .filter(user -> user.id() == id)
        .findFirst()
        .orElseThrow(
            () -> Refusal.of(404, "The account " + account.id() + " has no user " + id + "."));
  }

  static UserKey key(Tx tx, Account account, int id) {
    return tx.accounts().keys(account.id()).stream()
        .filter(key -> key.id() == id)
        .findFirst()
        .orElseThrow(
            () -> Refusal.of(404, "The account " + account.id() + " has no key " + id + "."));
  }
}
