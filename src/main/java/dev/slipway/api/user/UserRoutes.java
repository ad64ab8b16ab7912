package dev.slipway.api.user;

import static dev.slipway.api.http.Access.WRITE;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.api.json.Decoder;
import dev.slipway.api.task.Submission;
import dev.slipway.model.AccountUserCommand.DeleteAccountUser;
import dev.slipway.model.AccountUserCommand.UpdateAccountUser;
import dev.slipway.model.ProblemType;
import dev.slipway.store.Store;
import java.util.List;

/// The operations on the users of an account.
public final class UserRoutes {
  private static final String ALL = "/users";
  private static final String ONE = ALL + "/{userId}";

  private final Decoder<UserBody> body = Decoder.of(UserBody.class);
  private final Store store;
  private final Submission submission;

  /// Into this queue, from these rows.
  public UserRoutes(Store store, Submission submission) {
    this.store = store;
    this.submission = submission;
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "getAllUsers", this::all),
        Operation.get(ONE, "getUserById", this::one),
        new Operation("PUT", ONE, "updateUser", WRITE, this::update),
        new Operation("DELETE", ONE, "deleteUserById", WRITE, this::delete));
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

  private Answer update(Call call) {
    int id = call.number("userId");
    var change = body.decode(call.body());
    var role = change.role() == null ? null : change.role().role();
    return submission.submit(
        call, new UpdateAccountUser(id, call.caller().userId(), change.name(), role));
  }

  private Answer delete(Call call) {
    return submission.submit(
        call, new DeleteAccountUser(call.number("userId"), call.caller().userId()));
  }
}
