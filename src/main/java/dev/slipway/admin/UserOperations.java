package dev.slipway.admin;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.model.Account;
import dev.slipway.model.AccountUser;
import dev.slipway.store.Store;
import java.time.InstantSource;
import java.util.List;

/// The operations that make users, which the API has none for: in the cloud they are invited.
record UserOperations(Store store, InstantSource time) {
  private static final String ALL = AccountOperations.ONE + "/users";

  List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "listUsers", "Lists the users of an account")
            .shows(UserView.All.class, this::all),
        Operation.post(ALL, "createUser", "Makes a user of an account")
            .takes(NewUserBody.class)
            .shows(UserView.class, this::create));
  }

  private Answer all(Call call) {
    var users = store.read(tx -> tx.accounts().users(Tenants.account(tx, call).id()));
    return Answer.ok(new UserView.All(users.stream().map(UserView::of).toList()));
  }

  private Answer create(Call call, NewUserBody body) {
    return store.write(
        tx -> {
          Account account = Tenants.account(tx, call);
          boolean taken =
              tx.accounts().users(account.id()).stream()
                  .map(AccountUser::email)
                  .anyMatch(body.email()::equalsIgnoreCase);
          if (taken) {
            throw Refusal.of(
                409, "The account has a user with this email already; take another email.");
          }
          int id =
              tx.accounts()
                  .addUser(
                      account.id(), body.name(), body.email(), body.role().role(), time.instant());
          return Answer.created(UserView.of(Tenants.user(tx, account, id)));
        });
  }
}
