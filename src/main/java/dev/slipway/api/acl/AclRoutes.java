package dev.slipway.api.acl;

import static dev.slipway.api.http.Access.WRITE;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.api.json.Decoder;
import dev.slipway.api.task.Submission;
import dev.slipway.model.AclCommand.CreateAclRole;
import dev.slipway.model.AclCommand.CreateAclUser;
import dev.slipway.model.AclCommand.CreateRedisRule;
import dev.slipway.model.AclCommand.DeleteAclRole;
import dev.slipway.model.AclCommand.DeleteAclUser;
import dev.slipway.model.AclCommand.DeleteRedisRule;
import dev.slipway.model.AclCommand.UpdateAclRole;
import dev.slipway.model.AclCommand.UpdateAclUser;
import dev.slipway.model.AclCommand.UpdateRedisRule;
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

  private final Decoder<RedisRuleBody> ruleBody = Decoder.of(RedisRuleBody.class);
  private final Decoder<RoleBody> roleBody = Decoder.of(RoleBody.class);
  private final Decoder<RoleBody.Update> roleUpdateBody = Decoder.of(RoleBody.Update.class);
  private final Decoder<AclUserBody> userBody = Decoder.of(AclUserBody.class);
  private final Decoder<AclUserBody.Update> userUpdateBody = Decoder.of(AclUserBody.Update.class);
  private final Store store;
  private final Submission submission;

  /// Into this queue, from these rows.
  public AclRoutes(Store store, Submission submission) {
    this.store = store;
    this.submission = submission;
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get(RULES, "getAllRedisRules", this::rules),
        new Operation("POST", RULES, "createRedisRule", WRITE, this::createRule),
        new Operation("PUT", RULE, "updateRedisRule", WRITE, this::updateRule),
        new Operation("DELETE", RULE, "deleteRedisRule", WRITE, this::deleteRule),
        Operation.get(ROLES, "getRoles", this::roles),
        new Operation("POST", ROLES, "createRole", WRITE, this::createRole),
        new Operation("PUT", ROLE, "updateRole", WRITE, this::updateRole),
        new Operation("DELETE", ROLE, "deleteAclRole", WRITE, this::deleteRole),
        Operation.get(USERS, "getAllUsers_1", this::users),
        new Operation("POST", USERS, "createUser", WRITE, this::createUser),
        Operation.get(USER, "getUserByID", this::user),
        new Operation("PUT", USER, "updateUser_1", WRITE, this::updateUser),
        new Operation("DELETE", USER, "deleteUser", WRITE, this::deleteUser));
  }

  private Answer rules(Call call) {
    return store.read(
        tx ->
            Answer.ok(
                new AclViews.Rules(
                    call.account().value(), AclViews.rules(tx, call.account()), Link.self(call))));
  }

  private Answer createRule(Call call) {
    var body = ruleBody.decode(call.body());
    return submission.submit(call, new CreateRedisRule(body.name(), body.redisRule()));
  }

  private Answer updateRule(Call call) {
    int id = call.number("aclRedisRuleId");
    var body = ruleBody.decode(call.body());
    return submission.submit(call, new UpdateRedisRule(id, body.name(), body.redisRule()));
  }

  private Answer deleteRule(Call call) {
    return submission.submit(call, new DeleteRedisRule(call.number("aclRedisRuleId")));
  }

  private Answer roles(Call call) {
    return store.read(
        tx ->
            Answer.ok(
                new AclViews.Roles(
                    call.account().value(), AclViews.roles(tx, call.account()), Link.self(call))));
  }

  private Answer createRole(Call call) {
    var body = roleBody.decode(call.body());
    return submission.submit(
        call, new CreateAclRole(body.name(), RoleWishes.of(body.redisRules())));
  }

  private Answer updateRole(Call call) {
    int id = call.number("aclRoleId");
    var body = roleUpdateBody.decode(call.body());
    return submission.submit(
        call, new UpdateAclRole(id, body.name(), RoleWishes.ofAny(body.redisRules())));
  }

  private Answer deleteRole(Call call) {
    return submission.submit(call, new DeleteAclRole(call.number("aclRoleId")));
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

  private Answer createUser(Call call) {
    var body = userBody.decode(call.body());
    return submission.submit(
        call, new CreateAclUser(body.name(), body.role(), new Secret(body.password())));
  }

  private Answer updateUser(Call call) {
    int id = call.number("aclUserId");
    var body = userUpdateBody.decode(call.body());
    var password = body.password() == null ? null : new Secret(body.password());
    return submission.submit(call, new UpdateAclUser(id, body.role(), password));
  }

  private Answer deleteUser(Call call) {
    return submission.submit(call, new DeleteAclUser(call.number("aclUserId")));
  }
}
