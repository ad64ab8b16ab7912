package dev.slipway.proof.simulation;

import dev.slipway.model.AclRoleSpec;
import dev.slipway.model.AclUserSpec;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DatabaseUser;
import dev.slipway.model.RedisRuleSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Sha256;
import dev.slipway.model.Wanted;
import dev.slipway.store.Tx;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who is to be let in where, by the rows of all accounts: found again here, apart from the code
/// that decides it.
record Admissions(List<Resource<AclRoleSpec>> roles, List<Resource<AclUserSpec>> users) {
  static Admissions of(Tx tx, Rows rows) {
    return new Admissions(
        rows.accounts().keySet().stream().flatMap(id -> tx.aclRoles().of(id).stream()).toList(),
        rows.accounts().keySet().stream().flatMap(id -> tx.aclUsers().of(id).stream()).toList());
  }

  /// Roles and users.
  Stream<Resource<?>> resources() {
    return Stream.concat(roles.stream(), users.stream());
  }

  /// All that is wanted of a database.
  Wanted wanted(Resource<DatabaseSpec> database) {
    return new Wanted(
        database.spec(),
        users.stream()
            .filter(user -> user.account().equals(database.account()))
            .flatMap(user -> inside(user.spec(), database).stream())
            .sorted(Comparator.comparing(DatabaseUser::name))
            .toList());
  }

  private Optional<DatabaseUser> inside(AclUserSpec user, Resource<DatabaseSpec> database) {
    return roles.stream()
        .filter(role -> role.account().equals(database.account()) && role.id() == user.roleId())
        .flatMap(role -> role.spec().grants().stream())
        .filter(grant -> grant.names(database.id()))
        .flatMap(grant -> RedisRuleSpec.defaultRule(grant.ruleId()).stream())
        .map(rule -> new DatabaseUser(user.name(), hash(user), rule.rule()))
        .findFirst();
  }

  private static String hash(AclUserSpec user) {
    return Sha256.hex(user.password().clear());
  }
}
