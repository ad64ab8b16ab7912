package dev.slipway.api.acl;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.slipway.api.http.Link;
import dev.slipway.api.resource.Standing;
import dev.slipway.api.resource.StatusWords;
import dev.slipway.model.AccountId;
import dev.slipway.model.AclRoleSpec;
import dev.slipway.model.AclUserSpec;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.RedisRuleSpec;
import dev.slipway.model.Resource;
import dev.slipway.store.Tx;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rules, roles and users as the API shows them (api-rules 3.4).
final class AclViews {
  private AclViews() {}

  /// What only this server says.
  ///
  /// @param recordedOnly what is kept and shown, and not in force: `regions` of a role that names
  ///   some, since one Redis serves all regions and lets its users in everywhere
  record Extension(@JsonUnwrapped Standing standing, List<String> recordedOnly) {
    private static Extension of(Resource<?> row) {
      boolean regional = row.spec() instanceof AclRoleSpec role && role.regional();
      return new Extension(Standing.of(row), regional ? List.of("regions") : List.of());
    }
  }

  /// @param acl the text that bodies call `redisRule`
  /// @param extension absent from a rule that every account has
  record Rule(
      int id,
      String name,
      String acl,
      boolean isDefault,
      String status,
      List<Link> links,
      @JsonProperty("x-slipway") @Nullable Extension extension) {
    private static Rule of(RedisRuleSpec.Default rule) {
      return new Rule(rule.id(), rule.name(), rule.rule(), true, "active", List.of(), null);
    }

    private static Rule of(Resource<RedisRuleSpec> row) {
      return new Rule(
          row.id(),
          row.spec().name(),
          row.spec().rule(),
          false,
          StatusWords.ofAccess(row.status()),
          List.of(),
          Extension.of(row));
    }
  }

  record Rules(int accountId, List<Rule> redisRules, List<Link> links) {}

  /// The default rules first.
  static List<Rule> rules(Tx tx, AccountId account) {
    return Stream.concat(
            RedisRuleSpec.DEFAULTS.stream().map(Rule::of),
            tx.redisRules().of(account).stream().map(Rule::of))
        .toList();
  }

  record Role(
      int id,
      String name,
      List<RoleRule> redisRules,
      List<RoleUser> users,
      String status,
      List<Link> links,
      @JsonProperty("x-slipway") Extension extension) {}

  record RoleRule(int ruleId, String ruleName, List<RoleDatabase> databases) {}

  record RoleDatabase(
      int subscriptionId, int databaseId, String databaseName, List<String> regions) {}

  record RoleUser(int id, String name) {}

  record Roles(int accountId, List<Role> roles, List<Link> links) {}

  /// A database that is gone is in no role any more.
  static List<Role> roles(Tx tx, AccountId account) {
    Map<Integer, String> rules =
        rules(tx, account).stream().collect(Collectors.toMap(Rule::id, Rule::name));
    Map<Integer, Resource<DatabaseSpec>> databases =
        tx.databases().of(account).stream()
            .collect(Collectors.toMap(Resource::id, Function.identity()));
    Map<Integer, List<RoleUser>> users =
        tx.aclUsers().of(account).stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.spec().roleId(),
                    Collectors.mapping(
                        row -> new RoleUser(row.id(), row.spec().name()), Collectors.toList())));
    return tx.aclRoles().of(account).stream()
        .map(
            row ->
                new Role(
                    row.id(),
                    row.spec().name(),
                    row.spec().grants().stream()
                        .map(grant -> rule(grant, rules, databases))
                        .toList(),
                    users.getOrDefault(row.id(), List.of()),
                    StatusWords.ofAccess(row.status()),
                    List.of(),
                    Extension.of(row)))
        .toList();
  }

  private static RoleRule rule(
      AclRoleSpec.Grant grant,
      Map<Integer, String> rules,
      Map<Integer, Resource<DatabaseSpec>> databases) {
    return new RoleRule(
        grant.ruleId(),
        rules.getOrDefault(grant.ruleId(), ""),
        grant.databases().stream()
            .flatMap(target -> Stream.ofNullable(database(target, databases)))
            .toList());
  }

  private static @Nullable RoleDatabase database(
      AclRoleSpec.Target target, Map<Integer, Resource<DatabaseSpec>> databases) {
    Resource<DatabaseSpec> database = databases.get(target.databaseId());
    return database == null
        ? null
        : new RoleDatabase(
            target.subscriptionId(), target.databaseId(), database.spec().name(), target.regions());
  }

  /// @param role its name as it is now
  record User(
      int id,
      String name,
      String role,
      String status,
      List<Link> links,
      @JsonProperty("x-slipway") Extension extension) {}

  record Users(int accountId, List<User> users, List<Link> links) {}

  static List<User> users(Tx tx, AccountId account) {
    Map<Integer, String> roles = roleNames(tx, account);
    return tx.aclUsers().of(account).stream().map(row -> user(row, roles, List.of())).toList();
  }

  static User user(Tx tx, Resource<AclUserSpec> row, List<Link> links) {
    return user(row, roleNames(tx, row.account()), links);
  }

  private static Map<Integer, String> roleNames(Tx tx, AccountId account) {
    return tx.aclRoles().of(account).stream()
        .collect(Collectors.toMap(Resource::id, row -> row.spec().name()));
  }

  private static User user(
      Resource<AclUserSpec> row, Map<Integer, String> roles, List<Link> links) {
    return new User(
        row.id(),
        row.spec().name(),
        roles.getOrDefault(row.spec().roleId(), ""),
        StatusWords.ofAccess(row.status()),
        links,
        Extension.of(row));
  }
}
