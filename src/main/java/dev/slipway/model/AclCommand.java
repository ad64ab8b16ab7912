package dev.slipway.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be asked of Redis rules, of the roles that grant them and of their users.
public sealed interface AclCommand extends Command {
  /// Make a rule.
  record CreateRedisRule(String name, String rule) implements AclCommand {}

  /// Give a rule another name and another text.
  record UpdateRedisRule(int ruleId, String name, String rule) implements AclCommand {}

  /// Remove a rule.
  record DeleteRedisRule(int ruleId) implements AclCommand {}

  /// A rule, by its name as users name it, and the databases that it is to hold on.
  record Wish(String ruleName, List<AclRoleSpec.Target> databases) {}

  /// Make a role.
  record CreateAclRole(String name, List<Wish> wishes) implements AclCommand {}

  /// Change a role; null leaves a part as it is.
  record UpdateAclRole(int roleId, @Nullable String name, @Nullable List<Wish> wishes)
      implements AclCommand {}

  /// Remove a role.
  record DeleteAclRole(int roleId) implements AclCommand {}

  /// Make a user of a role, which is named by its name.
  record CreateAclUser(String name, String role, Secret password) implements AclCommand {}

  /// Change a user; null leaves a part as it is.
  record UpdateAclUser(int userId, @Nullable String role, @Nullable Secret password)
      implements AclCommand {}

  /// Remove a user.
  record DeleteAclUser(int userId) implements AclCommand {}
}
