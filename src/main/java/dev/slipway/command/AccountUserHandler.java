package dev.slipway.command;

import static dev.slipway.model.ProblemType.USER_CANNOT_DELETE_OWN_USER;
import static dev.slipway.model.ProblemType.USER_CANNOT_UPDATE_IT_IS_OWN_ROLE;
import static dev.slipway.model.ProblemType.USER_NAME_IS_INVALID;
import static dev.slipway.model.ProblemType.USER_NOT_FOUND;

import dev.slipway.model.AccountUser;
import dev.slipway.model.AccountUserCommand.DeleteAccountUser;
import dev.slipway.model.AccountUserCommand.UpdateAccountUser;

/// Changes and removes users. Nobody changes his own role or removes himself, so that an account
/// always has an owner (api-rules 2.2).
final class AccountUserHandler {
  private static final int LONGEST_NAME = 100;

  private AccountUserHandler() {}

  static Outcome update(UpdateAccountUser command, Turn turn) {
    var user = user(command.userId(), turn);
    var role = command.role() == null ? user.role() : command.role();
    if (role != user.role() && user.id() == command.caller()) {
      throw new Refused(
          USER_CANNOT_UPDATE_IT_IS_OWN_ROLE,
          "Nobody can change his own role.",
          "Ask another owner of the account.");
    }
    if (command.name().isBlank() || command.name().length() > LONGEST_NAME) {
      throw new Refused(
          USER_NAME_IS_INVALID, "name must have 1 to " + LONGEST_NAME + " characters.");
    }
    turn.tx().accounts().changeUser(user.id(), command.name(), role);
    return Outcome.Accepted.resource(user.id());
  }

  static Outcome delete(DeleteAccountUser command, Turn turn) {
    var user = user(command.userId(), turn);
    if (user.id() == command.caller()) {
      throw new Refused(
          USER_CANNOT_DELETE_OWN_USER,
          "Nobody can remove himself.",
          "Ask another owner of the account.");
    }
    turn.tx().accounts().removeUser(user.id());
    return Outcome.Accepted.resource(user.id());
  }

  private static AccountUser user(int id, Turn turn) {
    return turn.tx().accounts().users(turn.account()).stream()
        .filter(user -> user.id() == id)
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    USER_NOT_FOUND,
                    "There is no user " + id + " in this account.",
                    "GET /users lists them."));
  }
}
