package dev.slipway.command;

import static dev.slipway.model.ProblemType.ACL_REDIS_RULE_DOES_NOT_EXISTS;
import static dev.slipway.model.ProblemType.ACL_ROLE_HAS_ACTIVE_USERS_AND_CANNOT_BE_DELETED;
import static dev.slipway.model.ProblemType.ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_DELETED;
import static dev.slipway.model.ProblemType.ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_UPDATED;
import static dev.slipway.model.ProblemType.ACL_ROLE_NAME_ALREADY_EXISTS;
import static dev.slipway.model.ProblemType.ACL_ROLE_NAME_IS_MISSING;
import static dev.slipway.model.ProblemType.ACL_ROLE_NOT_FOUND;
import static dev.slipway.model.ProblemType.ACL_ROLE_REDIS_RULES_DATABASES_REGION_IS_NOT_BELONGS_TO_DATABASE;
import static dev.slipway.model.ProblemType.ACL_ROLE_REDIS_RULES_DATABASES_REGION_MUST_BE_CRDB;
import static dev.slipway.model.ProblemType.ACL_ROLE_REDIS_RULES_DATABASES_REGION_NOT_UNIQUE;
import static dev.slipway.model.ProblemType.ACL_ROLE_REDIS_RULES_DATABASES_SPEC_IS_MISSING;
import static dev.slipway.model.ProblemType.ACL_ROLE_REDIS_RULES_IS_MISSING;
import static dev.slipway.model.ProblemType.ACL_ROLE_REDIS_RULE_MUST_BE_DEFINED_ONLY_ONCE_PER_DATABASE;

import dev.slipway.model.AclCommand.CreateAclRole;
import dev.slipway.model.AclCommand.DeleteAclRole;
import dev.slipway.model.AclCommand.UpdateAclRole;
import dev.slipway.model.AclCommand.Wish;
import dev.slipway.model.AclRoleSpec;
import dev.slipway.model.AclRoleSpec.Target;
import dev.slipway.model.AclUserSpec;
import dev.slipway.model.Kind;
import dev.slipway.model.ProblemType;
import dev.slipway.model.RedisRuleSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes, changes and removes roles. A database has at most one rule of each role, and a role with
/// users stays (api-rules 4.12).
final class AclRoleHandler {
  private AclRoleHandler() {}

  static Outcome create(CreateAclRole command, Turn turn) {
    checkName(command.name(), 0, turn);
    var spec = new AclRoleSpec(command.name(), grants(command.wishes(), turn));
    int id = turn.tx().ids().next(Kind.ACL_ROLE);
    turn.tx()
        .aclRoles()
        .add(turn.account(), id, null, spec, new Status.Pending("being created"), turn.now());
    return Outcome.Accepted.resource(id);
  }

  static Outcome update(UpdateAclRole command, Turn turn) {
    var role = role(command.roleId(), turn);
    demandSettled(role, ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_UPDATED);
    String name = command.name() == null ? role.spec().name() : command.name();
    checkName(name, role.id(), turn);
    var wanted =
        new AclRoleSpec(
            name, command.wishes() == null ? role.spec().grants() : grants(command.wishes(), turn));
    if (!wanted.equals(role.spec())) {
      turn.tx().aclRoles().want(role, wanted, new Status.Changing("being changed"), turn.now());
      AclReach.ofRole(role.spec(), turn);
      AclReach.ofRole(wanted, turn);
    }
    return Outcome.Accepted.resource(role.id());
  }

  static Outcome delete(DeleteAclRole command, Turn turn) {
    var role = role(command.roleId(), turn);
    demandSettled(role, ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_DELETED);
    Optional<String> user =
        turn.tx().aclUsers().of(turn.account()).stream()
            .filter(row -> !(row.status() instanceof Status.Deleting))
            .map(Resource::spec)
            .filter(spec -> spec.roleId() == role.id())
            .map(AclUserSpec::name)
            .findFirst();
    if (user.isPresent()) {
      throw new Refused(
          ACL_ROLE_HAS_ACTIVE_USERS_AND_CANNOT_BE_DELETED,
          "The role is that of the user %s.".formatted(Words.quoted(user.get())),
          "Remove its users or give them another role first.");
    }
    turn.tx().aclRoles().want(role, role.spec(), new Status.Deleting(), turn.now());
    return Outcome.Accepted.resource(role.id());
  }

  private static void demandSettled(Resource<AclRoleSpec> role, ProblemType otherwise) {
    if (role.status().changing()) {
      throw new Refused(
          otherwise,
          "The role %s is not active yet.".formatted(Words.quoted(role.spec().name())),
          "Send the request again in a moment.");
    }
  }

  private static Resource<AclRoleSpec> role(int id, Turn turn) {
    return turn.tx()
        .aclRoles()
        .find(turn.account(), id)
        .orElseThrow(
            () ->
                new Refused(
                    ACL_ROLE_NOT_FOUND,
                    "There is no role " + id + " in this account.",
                    "GET /acl/roles lists them."));
  }

  private static void checkName(String name, int except, Turn turn) {
    if (name.isBlank()) {
      throw new Refused(ACL_ROLE_NAME_IS_MISSING, "name is empty.", "Send a name.");
    }
    if (turn.tx().aclRoles().of(turn.account()).stream()
        .anyMatch(other -> other.id() != except && other.spec().name().equals(name))) {
      throw new Refused(
          ACL_ROLE_NAME_ALREADY_EXISTS,
          "There is a role %s already.".formatted(Words.quoted(name)),
          "Choose another name.");
    }
  }

  private static List<AclRoleSpec.Grant> grants(List<Wish> wishes, Turn turn) {
    if (wishes.isEmpty()) {
      throw new Refused(
          ACL_ROLE_REDIS_RULES_IS_MISSING,
          "redisRules is empty.",
          "Name at least one rule and its databases.");
    }
    Set<Integer> ruled = new HashSet<>();
    return wishes.stream().map(wish -> grant(wish, ruled, turn)).toList();
  }

  private static AclRoleSpec.Grant grant(Wish wish, Set<Integer> ruled, Turn turn) {
    if (wish.databases().isEmpty()) {
      throw new Refused(
          ACL_ROLE_REDIS_RULES_DATABASES_SPEC_IS_MISSING,
          "The rule %s has no databases.".formatted(Words.quoted(wish.ruleName())),
          "Name at least one.");
    }
    int rule = ruleId(wish.ruleName(), turn);
    wish.databases().forEach(target -> check(target, ruled, turn));
    return new AclRoleSpec.Grant(rule, wish.databases());
  }

  private static int ruleId(String name, Turn turn) {
    return RedisRuleSpec.DEFAULTS.stream()
        .filter(rule -> rule.name().equals(name))
        .map(RedisRuleSpec.Default::id)
        .findFirst()
        .or(
            () ->
                turn.tx().redisRules().of(turn.account()).stream()
                    .filter(rule -> rule.spec().name().equals(name))
                    .peek(rule -> StatusRules.active(rule, turn))
                    .map(Resource::id)
                    .findFirst())
        .orElseThrow(
            () ->
                new Refused(
                    ACL_REDIS_RULE_DOES_NOT_EXISTS,
                    "There is no Redis rule %s.".formatted(Words.quoted(name)),
                    "GET /acl/redisRules lists them."));
  }

  private static void check(Target target, Set<Integer> ruled, Turn turn) {
    var subscription = turn.subscription(target.subscriptionId());
    StatusRules.active(turn.database(subscription, target.databaseId()), turn);
    regions(target, subscription.spec());
    if (!ruled.add(target.databaseId())) {
      throw new Refused(
          ACL_ROLE_REDIS_RULE_MUST_BE_DEFINED_ONLY_ONCE_PER_DATABASE,
          "Database %s is named twice; a role has one rule for each."
              .formatted(target.databaseId()));
    }
  }

  /// Where an Active-Active database is to obey the rule: in all its regions unless some are named.
  private static void regions(Target target, SubscriptionSpec subscription) {
    if (!target.regions().isEmpty() && !subscription.activeActive()) {
      throw new Refused(
          ACL_ROLE_REDIS_RULES_DATABASES_REGION_MUST_BE_CRDB,
          "regions is for Active-Active databases, and database %s has one region."
              .formatted(target.databaseId()),
          "Leave regions out.");
    }
    var known = subscription.regions().stream().map(SubscriptionSpec.Region::region).toList();
    if (!known.containsAll(target.regions())) {
      throw new Refused(
          ACL_ROLE_REDIS_RULES_DATABASES_REGION_IS_NOT_BELONGS_TO_DATABASE,
          "Database %s is in %s, and not in all of %s."
              .formatted(target.databaseId(), known, target.regions()),
          "Name regions of the database.");
    }
    if (Set.copyOf(target.regions()).size() < target.regions().size()) {
      throw new Refused(
          ACL_ROLE_REDIS_RULES_DATABASES_REGION_NOT_UNIQUE,
          "regions of database %s names one twice.".formatted(target.databaseId()));
    }
  }
}
