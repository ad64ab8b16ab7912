package dev.slipway.api.acl;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.model.AclCommand.CreateAclRole;
import dev.slipway.model.AclCommand.CreateAclUser;
import dev.slipway.model.AclCommand.CreateRedisRule;
import dev.slipway.model.AclCommand.DeleteAclRole;
import dev.slipway.model.AclCommand.DeleteAclUser;
import dev.slipway.model.AclCommand.DeleteRedisRule;
import dev.slipway.model.AclCommand.UpdateAclRole;
import dev.slipway.model.AclCommand.UpdateAclUser;
import dev.slipway.model.AclCommand.UpdateRedisRule;
import dev.slipway.model.Command;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Secret;
import dev.slipway.store.Store;
import java.util.List;

/// The operations on Redis rules, roles and users.
public final class AclRoutes {
  private static final String RULES = "/acl/redisRules";
  private static final String RULE = RULES + "/{aclRedisRuleId}";
  private static final String ROLES = "/acl/roles";
  private static final String ROLE = ROLES + "/{aclRoleId}";
  private static final String USERS = "/acl/users";
  private static final String USER = USERS + "/{aclUserId}";

  private final Store store;

  /// Into this queue, from these rows.
  public AclRoutes(Store store) {
    this.store = store;
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get(RULES, "getAllRedisRules", "Lists the Redis rules of the account")
            .shows(AclViews.Rules.class, this::rules),
        Operation.post(RULES, "createRedisRule", "Makes a Redis rule")
            .takes(RedisRuleBody.class)
            .submits(CreateRedisRule.class, this::createRule),
        Operation.put(RULE, "updateRedisRule", "Renames a Redis rule and changes what it permits")
            .takes(RedisRuleBody.class)
            .submits(UpdateRedisRule.class, this::updateRule),
        Operation.delete(RULE, "deleteRedisRule", "Deletes a Redis rule that no role uses")
            .submits(DeleteRedisRule.class, this::deleteRule),
        Operation.get(ROLES, "getRoles", "Lists the roles of the account")
            .shows(AclViews.Roles.class, this::roles),
        Operation.post(ROLES, "createRole", "Makes a role of rules and the databases they hold on")
            .takes(RoleBody.class)
            .submits(CreateAclRole.class, this::createRole),
        Operation.put(ROLE, "updateRole", "Changes a role")
            .takes(RoleBody.Update.class)
            .submits(UpdateAclRole.class, this::updateRole),
        Operation.delete(ROLE, "deleteAclRole", "Deletes a role that no user has")
            .submits(DeleteAclRole.class, this::deleteRole),
        Operation.get(USERS, "getAllUsers_1", "Lists the users of databases")
            .shows(AclViews.Users.class, this::users),
        Operation.post(USERS, "createUser", "Makes a user of databases")
            .takes(AclUserBody.class)
            .submits(CreateAclUser.class, this::createUser),
        Operation.get(USER, "getUserByID", "Shows a user of databases")
            .shows(AclViews.User.class, this::user),
        Operation.put(USER, "updateUser_1", "Changes the role or the password of a user")
            .takes(AclUserBody.Update.class)
            .submits(UpdateAclUser.class, this::updateUser),
        Operation.delete(USER, "deleteUser", "Deletes a user of databases")
            .submits(DeleteAclUser.class, this::deleteUser));
  }

  private Answer rules(Call call) {
    return store.read(
        tx ->
            Answer.ok(
                new AclViews.Rules(
                    call.account().value(), AclViews.rules(tx, call.account()), Link.self(call))));
  }

  private Command createRule(Call call, RedisRuleBody body) {
    return new CreateRedisRule(body.name(), body.redisRule());
  }

  private Command updateRule(Call call, RedisRuleBody body) {
    int id = call.number("aclRedisRuleId");
    return new UpdateRedisRule(id, body.name(), body.redisRule());
  }

  private Command deleteRule(Call call) {
    return new DeleteRedisRule(call.number("aclRedisRuleId"));
  }

  private Answer roles(Call call) {
    return store.read(
        tx ->
            Answer.ok(
                new AclViews.Roles(
                    call.account().value(), AclViews.roles(tx, call.account()), Link.self(call))));
  }

  private Command createRole(Call call, RoleBody body) {
    return new CreateAclRole(body.name(), RoleWishes.of(body.redisRules()));
  }

  private Command updateRole(Call call, RoleBody.Update body) {
    int id = call.number("aclRoleId");
    return new UpdateAclRole(id, body.name(), RoleWishes.ofAny(body.redisRules()));
  }

  private Command deleteRole(Call call) {
    return new DeleteAclRole(call.number("aclRoleId"));
  }

  private Answer users(Call call) {
    return store.read(
        tx ->
            Answer.ok(
                new AclViews.Users(
                    call.account().value(), AclViews.users(tx, call.account()), Link.self(call))));
  }

  private Answer user(Call call) {
    int id = call.number("aclUserId");
    return store.read(
        tx ->
            Answer.ok(
                AclViews.user(
                    tx,
                    tx.aclUsers()
                        .find(call.account(), id)
                        .orElseThrow(
                            () ->
                                Refusal.of(
                                    ProblemType.ACL_USER_NOT_FOUND,
                                    "there is no user " + id + ".")),
                    Link.self(call))));
  }

  private Command createUser(Call call, AclUserBody body) {
    return new CreateAclUser(body.name(), body.role(), new Secret(body.password()));
  }

  private Command updateUser(Call call, AclUserBody.Update body) {
    int id = call.number("aclUserId");
    var password = body.password() == null ? null : new Secret(body.password());
    return new UpdateAclUser(id, body.role(), password);
  }

  private Command deleteUser(Call call) {
    return new DeleteAclUser(call.number("aclUserId"));
  }
}
