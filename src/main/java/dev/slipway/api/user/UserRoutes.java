package dev.slipway.api.user;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.model.AccountUserCommand.DeleteAccountUser;
import dev.slipway.model.AccountUserCommand.UpdateAccountUser;
import dev.slipway.model.Command;
import dev.slipway.model.ProblemType;
import dev.slipway.store.Store;
import java.util.List;

/// The operations on the users of an account.
public final class UserRoutes {
  private static final String ALL = "/users";
  private static final String ONE = ALL + "/{userId}";

  private final Store store;

  /// Into this queue, from these rows.
  public UserRoutes(Store store) {
    this.store = store;
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "getAllUsers", "Lists the users of the account")
            .shows(UserView.All.class, this::all),
        Operation.get(ONE, "getUserById", "Shows a user of the account")
            .shows(UserView.class, this::one),
        Operation.put(ONE, "updateUser", "Changes the name or the role of a user")
            .takes(UserBody.class)
            .submits(UpdateAccountUser.class, this::update),
        Operation.delete(ONE, "deleteUserById", "Removes a user with the keys that speak for it")
            .submits(DeleteAccountUser.class, this::delete));
  }

  private Answer all(Call call) {
    var users =
        store.read(tx -> tx.accounts().users(call.account())).stream()
            .map(user -> UserView.of(user, List.of()))
            .toList();
    return Answer.ok(new UserView.All(call.account().value(), users, Link.self(call)));
  }

  private Answer one(Call call) {
    int id = call.number("userId");
    return store.read(tx -> tx.accounts().users(call.account())).stream()
        .filter(user -> user.id() == id)
        .findFirst()
        .map(user -> Answer.ok(UserView.of(user, Link.self(call))))
        .orElseThrow(() -> Refusal.of(ProblemType.USER_NOT_FOUND, "there is no user " + id + "."));
  }

  private Command update(Call call, UserBody change) {
    int id = call.number("userId");
    var role = change.role() == null ? null : change.role().role();
    return new UpdateAccountUser(id, call.caller().userId(), change.name(), role);
  }

  private Command delete(Call call) {
    return new DeleteAccountUser(call.number("userId"), call.caller().userId());
  }
}
