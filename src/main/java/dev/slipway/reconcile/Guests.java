package dev.slipway.reconcile;

import dev.slipway.model.AclRoleSpec;
import dev.slipway.model.AclUserSpec;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DatabaseUser;
import dev.slipway.model.RedisRuleSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Sha256;
import dev.slipway.model.Status;
import dev.slipway.model.Wanted;
import dev.slipway.store.Tx;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who the roles of an account let into which database, by the rows of one transaction.
///
/// A role that names some regions of an Active-Active database lets its users in everywhere: one
/// Redis serves all regions (docs/decisions/013).
record Guests(
    List<Resource<AclUserSpec>> users,
    Map<Integer, AclRoleSpec> roles,
    Map<Integer, String> rules) {
  /// Those of the account that has this resource. Who is being deleted is let in nowhere.
  static Guests of(Resource<?> resource, Tx tx) {
    var account = resource.account();
    var users =
        tx.aclUsers().of(account).stream()
            .filter(user -> !(user.status() instanceof Status.Deleting))
            .sorted(Comparator.comparing(user -> user.spec().name()))
            .toList();
    return users.isEmpty()
        ? new Guests(users, Map.of(), Map.of())
        : new Guests(
            users,
            tx.aclRoles().of(account).stream()
                .collect(Collectors.toMap(Resource::id, Resource::spec)),
            rules(tx.redisRules().of(account)));
  }

  private static Map<Integer, String> rules(List<Resource<RedisRuleSpec>> own) {
    return Stream.concat(
            RedisRuleSpec.DEFAULTS.stream().map(rule -> Map.entry(rule.id(), rule.rule())),
            own.stream().map(row -> Map.entry(row.id(), row.spec().rule())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// All that is wanted of a database.
  Wanted wantedOf(Resource<DatabaseSpec> database) {
    return new Wanted(database.spec().inForce(), in(database.id()));
  }

  private List<DatabaseUser> in(int databaseId) {
    Map<Integer, Optional<String>> granted =
        roles.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, role -> rule(role.getValue(), databaseId)));
    return users.stream()
        .flatMap(
            user ->
                granted.getOrDefault(user.spec().roleId(), Optional.empty()).stream()
                    .map(rule -> guest(user.spec(), rule)))
        .toList();
  }

  private Optional<String> rule(AclRoleSpec role, int databaseId) {
    return role.grantOn(databaseId).map(AclRoleSpec.Grant::ruleId).map(rules::get);
  }

  private static DatabaseUser guest(AclUserSpec user, String rule) {
    return new DatabaseUser(user.name(), Sha256.hex(user.password().clear()), rule);
  }
}
