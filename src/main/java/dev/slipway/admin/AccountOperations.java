package dev.slipway.admin;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Operation;
import dev.slipway.model.Account;
import dev.slipway.model.AccountId;
import dev.slipway.model.Role;
import dev.slipway.model.Secret;
import dev.slipway.model.Sha256;
import dev.slipway.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/// The operations on accounts and their account keys, which the cloud has in its console alone.
///
/// @param random makes keys; in production a secure one
record AccountOperations(Store store, RandomGenerator random, InstantSource time) {
  static final String ALL = "/_slipway/v1/accounts";
  static final String ONE = ALL + "/{accountId}";

  List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "listAccounts", "Lists the accounts")
            .shows(AccountView.All.class, this::all),
        Operation.post(ALL, "createAccount", "Makes an account, its owner and its account key")
            .takes(AccountBody.class)
            .shows(AccountView.class, this::create),
        Operation.get(ONE, "getAccount", "Shows an account").shows(AccountView.class, this::one),
        Operation.put(ONE, "updateAccount", "Changes the name or the plan, or enables the API")
            .takes(AccountBody.Update.class)
            .shows(AccountView.class, this::update),
        Operation.post(ONE + "/account-key", "replaceAccountKey", "Replaces the account key")
            .shows(AccountView.class, this::replaceKey));
  }

  private Answer all(Call call) {
    var accounts = store.read(tx -> tx.accounts().all());
    return Answer.ok(new AccountView.All(accounts.stream().map(AccountView::of).toList()));
  }

  private Answer one(Call call) {
    return Answer.ok(AccountView.of(store.read(tx -> Tenants.account(tx, call))));
  }

  private Answer create(Call call, AccountBody body) {
    Secret key = Secret.key("A", random);
    Instant now = time.instant();
    boolean enabled = body.apiEnabled() == null || body.apiEnabled();
    return store.write(
        tx -> {
          var id = new AccountId(tx.ids().nextAccount());
          var account = new Account(id, body.name(), body.plan(), enabled, now);
          tx.accounts().add(account, Sha256.hex(key.clear()));
          var owner = body.owner();
          tx.accounts().addUser(id, owner.name(), owner.email(), Role.OWNER, now);
          return Answer.created(AccountView.withKey(account, key));
        });
  }

  private Answer update(Call call, AccountBody.Update change) {
    return store.write(
        tx -> {
          Account was = Tenants.account(tx, call);
          Account is =
              new Account(
                  was.id(),
                  change.name() == null ? was.name() : change.name(),
                  change.plan() == null ? was.plan() : change.plan(),
                  change.apiEnabled() == null ? was.apiEnabled() : change.apiEnabled(),
                  was.createdAt());
          tx.accounts().change(is);
          return Answer.ok(AccountView.of(is));
        });
  }

  private Answer replaceKey(Call call) {
    Secret key = Secret.key("A", random);
    return store.write(
        tx -> {
          Account account = Tenants.account(tx, call);
          tx.accounts().replaceAccountKey(account.id(), Sha256.hex(key.clear()));
          return Answer.created(AccountView.withKey(account, key));
        });
  }
}
