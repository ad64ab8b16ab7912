package dev.slipway.command;

import static dev.slipway.model.ProblemType.ACL_REDIS_RULE_CANNOT_DELETE_DEFAULT;
import static dev.slipway.model.ProblemType.ACL_REDIS_RULE_CANNOT_DELETE_WHEN_ASSOCIATED_WITH_ROLES;
import static dev.slipway.model.ProblemType.ACL_REDIS_RULE_CANNOT_UPDATE_DEFAULT;
import static dev.slipway.model.ProblemType.ACL_REDIS_RULE_NAME_ALREADY_EXISTS;
import static dev.slipway.model.ProblemType.ACL_REDIS_RULE_NAME_IS_MISSING;
import static dev.slipway.model.ProblemType.ACL_REDIS_RULE_NOT_FOUND;

import dev.slipway.model.AclCommand.CreateRedisRule;
import dev.slipway.model.AclCommand.DeleteRedisRule;
import dev.slipway.model.AclCommand.UpdateRedisRule;
import dev.slipway.model.AclRoleSpec;
import dev.slipway.model.Kind;
import dev.slipway.model.ProblemType;
import dev.slipway.model.RedisRuleSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import java.util.List;

/// Makes, changes and removes Redis rules. A rule that a role uses stays; the three rules that
/// every account has stay as they are (api-rules 4.12).
final class RedisRuleHandler {
  private RedisRuleHandler() {}

  static Outcome create(CreateRedisRule command, Turn turn) {
    check(command.name(), command.rule(), 0, turn);
    int id = turn.tx().ids().next(Kind.REDIS_RULE);
    turn.tx()
        .redisRules()
        .add(
            turn.account(),
            id,
            null,
            new RedisRuleSpec(command.name(), command.rule()),
            new Status.Pending("being created"),
            turn.now());
    return Outcome.Accepted.resource(id);
  }

  static Outcome update(UpdateRedisRule command, Turn turn) {
    var rule = rule(command.ruleId(), ACL_REDIS_RULE_CANNOT_UPDATE_DEFAULT, turn);
    StatusRules.changeable(rule, turn);
    check(command.name(), command.rule(), rule.id(), turn);
    var wanted = new RedisRuleSpec(command.name(), command.rule());
    if (!wanted.equals(rule.spec())) {
      turn.tx().redisRules().want(rule, wanted, new Status.Changing("being changed"), turn.now());
      AclReach.ofRule(rule.id(), turn);
    }
    return Outcome.Accepted.resource(rule.id());
  }

  static Outcome delete(DeleteRedisRule command, Turn turn) {
    var rule = rule(command.ruleId(), ACL_REDIS_RULE_CANNOT_DELETE_DEFAULT, turn);
    StatusRules.changeable(rule, turn);
    List<String> roles =
        turn.tx().aclRoles().of(turn.account()).stream()
            .map(Resource::spec)
            .filter(role -> role.uses(rule.id()))
            .map(AclRoleSpec::name)
            .toList();
    if (!roles.isEmpty()) {
      throw new Refused(
          ACL_REDIS_RULE_CANNOT_DELETE_WHEN_ASSOCIATED_WITH_ROLES,
          "The rule is used by the role %s.".formatted(Words.quoted(roles.getFirst())),
          "Take it out of its roles first.");
    }
    turn.tx().redisRules().want(rule, rule.spec(), new Status.Deleting(), turn.now());
    return Outcome.Accepted.resource(rule.id());
  }

  private static Resource<RedisRuleSpec> rule(int id, ProblemType ifDefault, Turn turn) {
    RedisRuleSpec.defaultRule(id)
        .ifPresent(
            rule -> {
              throw new Refused(
                  ifDefault,
                  "%s is a rule that every account has; it stays as it is.".formatted(rule.name()),
                  "Make one of your own with POST /acl/redisRules.");
            });
    return turn.tx()
        .redisRules()
        .find(turn.account(), id)
        .orElseThrow(
            () ->
                new Refused(
                    ACL_REDIS_RULE_NOT_FOUND,
                    "There is no Redis rule " + id + " in this account.",
                    "GET /acl/redisRules lists them."));
  }

  private static void check(String name, String rule, int except, Turn turn) {
    if (name.isBlank()) {
      throw new Refused(ACL_REDIS_RULE_NAME_IS_MISSING, "name is empty.", "Send a name.");
    }
    boolean taken =
        RedisRuleSpec.DEFAULTS.stream().anyMatch(other -> other.name().equals(name))
            || turn.tx().redisRules().of(turn.account()).stream()
                .anyMatch(other -> other.id() != except && other.spec().name().equals(name));
    if (taken) {
      throw new Refused(
          ACL_REDIS_RULE_NAME_ALREADY_EXISTS,
          "There is a Redis rule %s already.".formatted(Words.quoted(name)),
          "Choose another name.");
    }
    RuleGrammar.check(rule);
  }
}
