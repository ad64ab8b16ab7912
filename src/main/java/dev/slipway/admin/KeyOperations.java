package dev.slipway.admin;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.model.Account;
import dev.slipway.model.AccountUser;
import dev.slipway.model.Cidr;
import dev.slipway.model.Role;
import dev.slipway.model.Secret;
import dev.slipway.model.Sha256;
import dev.slipway.model.UserKey;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The operations on user keys (api-rules 2.1). A key that was removed opens nothing from the next
/// request on.
///
/// @param random makes keys; in production a secure one
record KeyOperations(Store store, RandomGenerator random, InstantSource time) {
  private static final String ALL = AccountOperations.ONE + "/keys";
  private static final String ONE = ALL + "/{keyId}";

  List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "listKeys", "Lists the user keys of an account")
            .shows(KeyView.All.class, this::all),
        Operation.post(ALL, "createKey", "Makes a key for a user")
            .takes(KeyBody.class)
            .shows(KeyView.class, this::create),
        Operation.get(ONE, "getKey", "Shows a user key").shows(KeyView.class, this::one),
        Operation.put(ONE, "updateKey", "Changes from where a user key may be used")
            .takes(KeyBody.AllowList.class)
            .shows(KeyView.class, this::allow),
        Operation.delete(ONE, "deleteKey", "Removes a user key, at once")
            .shows(Map.class, this::delete));
  }

  private Answer all(Call call) {
    var keys = store.read(tx -> tx.accounts().keys(Tenants.account(tx, call).id()));
    return Answer.ok(new KeyView.All(keys.stream().map(KeyView::of).toList()));
  }

  private Answer one(Call call) {
    return Answer.ok(KeyView.of(store.read(tx -> named(tx, call))));
  }

  private Answer create(Call call, KeyBody body) {
    List<String> sources =
        body.allowedSourceIps() == null ? Cidr.ANYWHERE : body.allowedSourceIps();
    requireBlocks(sources);
    Secret secret = Secret.key("S", random);
    return store.write(
        tx -> {
          Account account = Tenants.account(tx, call);
          AccountUser user = Tenants.user(tx, account, body.userId());
          requireApiRole(user);
          requireFreeName(tx, account, body.name());
          int id =
              tx.accounts()
                  .addKey(
                      account.id(),
                      user.id(),
                      body.name(),
                      Sha256.hex(secret.clear()),
                      sources,
                      time.instant());
          return Answer.created(KeyView.withSecret(Tenants.key(tx, account, id), secret));
        });
  }

  private Answer allow(Call call, KeyBody.AllowList body) {
    requireBlocks(body.allowedSourceIps());
    return store.write(
        tx -> {
          tx.accounts().allow(named(tx, call).id(), body.allowedSourceIps());
          return Answer.ok(KeyView.of(named(tx, call)));
        });
  }

  private Answer delete(Call call) {
    return store.write(
        tx -> {
          tx.accounts().removeKey(named(tx, call).id());
          return Answer.ok(Map.of());
        });
  }

  private static UserKey named(Tx tx, Call call) {
    return Tenants.key(tx, Tenants.account(tx, call), call.number("keyId"));
  }

  private static void requireBlocks(List<String> sources) {
    var bad = sources.stream().filter(source -> Cidr.parse(source).isEmpty()).toList();
    if (!bad.isEmpty()) {
      throw Refusal.of(
          400, "allowedSourceIps: %s %s.".formatted(String.join(", ", bad), KeyWords.BLOCK_RULE));
    }
  }

  private static void requireApiRole(AccountUser user) {
    if (user.role() == Role.MANAGER || user.role() == Role.MEMBER) {
      throw Refusal.of(
          409,
          "The user %d is a %s, who may not use the API; give him another role, or the key to another user."
              .formatted(user.id(), user.role().wire()));
    }
  }

  /// The system log names its users by their keys.
  private static void requireFreeName(Tx tx, Account account, String name) {
    if (tx.accounts().keys(account.id()).stream().anyMatch(key -> key.name().equals(name))) {
      throw Refusal.of(409, "The account has a key " + name + " already; take another name.");
    }
  }
}
