package dev.slipway.command;

import dev.slipway.model.AclRoleSpec;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;

/// The databases that a change of rules, roles or users concerns. They are looked at at once, and
/// stay active meanwhile.
final class AclReach {
  private AclReach() {}

  /// Those where a rule holds.
  static void ofRule(int ruleId, Turn turn) {
    turn.tx().aclRoles().of(turn.account()).stream()
        .map(Resource::spec)
        .filter(role -> role.uses(ruleId))
        .forEach(role -> ofRole(role, turn));
  }

  /// Those that a role names.
  static void ofRole(int roleId, Turn turn) {
    turn.tx().aclRoles().find(turn.account(), roleId).ifPresent(role -> ofRole(role.spec(), turn));
  }

  /// The same of a role as it was, or as it is to be.
  static void ofRole(AclRoleSpec role, Turn turn) {
    role.grants().stream()
        .flatMap(grant -> grant.databases().stream())
        .map(target -> Ref.database(target.databaseId()))
        .forEach(database -> turn.tx().work().look(database, turn.now()));
  }
}
