package dev.slipway.command;

import static dev.slipway.model.ProblemType.ACL_GENERAL_ERROR;
import static dev.slipway.model.ProblemType.ACL_ROLE_DOES_NOT_EXISTS;
import static dev.slipway.model.ProblemType.ACL_USER_NAME_ALREADY_EXISTS;
import static dev.slipway.model.ProblemType.ACL_USER_NAME_NOT_VALID;
import static dev.slipway.model.ProblemType.ACL_USER_NOT_FOUND;
import static dev.slipway.model.ProblemType.ACL_USER_PASSWORD_NOT_VALID;

import dev.slipway.model.AclCommand.CreateAclUser;
import dev.slipway.model.AclCommand.DeleteAclUser;
import dev.slipway.model.AclCommand.UpdateAclUser;
import dev.slipway.model.AclUserSpec;
import dev.slipway.model.Kind;
import dev.slipway.model.Resource;
import dev.slipway.model.Secret;
import dev.slipway.model.Status;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes, changes and removes the users of roles. Their names are theirs for good; all else may be
/// changed in every status, as the API has an error type for rules and roles that are pending and
/// none for users (api-rules 4.12, 5.4).
final class AclUserHandler {
  /// What Redis takes for a user's name, without those that every database has.
  private static final Pattern NAME =
      Pattern.compile("(?!(default|slipway)$)[^\\s\\x00-\\x1f\\x7f]{1,128}");

  /// A look at a database reads the rules of all its users.
  private static final int MOST = 1_000;

  private static final int SHORTEST = 8;
  private static final int LONGEST = 128;

  private AclUserHandler() {}

  static Outcome create(CreateAclUser command, Turn turn) {
    String name = command.name();
    if (!NAME.matcher(name).matches()) {
      throw new Refused(
          ACL_USER_NAME_NOT_VALID,
          "name %s must have 1 to 128 characters without blanks, and must not be default or slipway."
              .formatted(Words.quoted(name)));
    }
    var others = turn.tx().aclUsers().of(turn.account());
    if (others.size() >= MOST) {
      throw new Refused(
          ACL_GENERAL_ERROR,
          "An account may have at most %s users.".formatted(MOST),
          "Delete one first.");
    }
    if (others.stream().anyMatch(other -> other.spec().name().equals(name))) {
      throw new Refused(
          ACL_USER_NAME_ALREADY_EXISTS,
          "There is a user %s already.".formatted(Words.quoted(name)),
          "Choose another name.");
    }
    checkPassword(command.password());
    int id = turn.tx().ids().next(Kind.ACL_USER);
    var spec = new AclUserSpec(name, roleId(command.role(), turn), command.password());
    turn.tx()
        .aclUsers()
        .add(turn.account(), id, null, spec, new Status.Pending("being created"), turn.now());
    AclReach.ofRole(spec.roleId(), turn);
    return Outcome.Accepted.resource(id);
  }

  static Outcome update(UpdateAclUser command, Turn turn) {
    var user = user(command.userId(), turn);
    if (user.status() instanceof Status.Deleting) {
      throw unknown(command.userId());
    }
    if (command.password() != null) {
      checkPassword(command.password());
    }
    var before = user.spec();
    var wanted =
        new AclUserSpec(
            before.name(),
            command.role() == null ? before.roleId() : roleId(command.role(), turn),
            command.password() == null ? before.password() : command.password());
    if (!wanted.equals(before)) {
      var status =
          user.status() instanceof Status.Pending
              ? user.status()
              : new Status.Changing("being changed");
      turn.tx().aclUsers().want(user, wanted, status, turn.now());
      AclReach.ofRole(before.roleId(), turn);
      AclReach.ofRole(wanted.roleId(), turn);
    }
    return Outcome.Accepted.resource(user.id());
  }

  static Outcome delete(DeleteAclUser command, Turn turn) {
    var user = user(command.userId(), turn);
    turn.tx().aclUsers().want(user, user.spec(), new Status.Deleting(), turn.now());
    AclReach.ofRole(user.spec().roleId(), turn);
    return Outcome.Accepted.resource(user.id());
  }

  private static Resource<AclUserSpec> user(int id, Turn turn) {
    return turn.tx().aclUsers().find(turn.account(), id).orElseThrow(() -> unknown(id));
  }

  private static Refused unknown(int id) {
    return new Refused(
        ACL_USER_NOT_FOUND,
        "There is no user " + id + " in this account.",
        "GET /acl/users lists them.");
  }

  private static int roleId(String name, Turn turn) {
    return turn.tx().aclRoles().of(turn.account()).stream()
        .filter(role -> role.spec().name().equals(name))
        .filter(role -> !(role.status() instanceof Status.Deleting))
        .map(Resource::id)
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    ACL_ROLE_DOES_NOT_EXISTS,
                    "There is no role %s.".formatted(Words.quoted(name)),
                    "GET /acl/roles lists them."));
  }

  private static void checkPassword(Secret password) {
    String text = password.clear();
    boolean mixed =
        Stream.<IntPredicate>of(
                Character::isLowerCase,
                Character::isUpperCase,
                Character::isDigit,
                character -> !Character.isLetterOrDigit(character))
            .allMatch(kind -> text.chars().anyMatch(kind));
    if (!mixed || text.length() < SHORTEST || text.length() > LONGEST) {
      throw new Refused(
          ACL_USER_PASSWORD_NOT_VALID,
          "password must have 8 to 128 characters, among them a small and a capital letter, a digit"
              + " and a special character.");
    }
  }
}
