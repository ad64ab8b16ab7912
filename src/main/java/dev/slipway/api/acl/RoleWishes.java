package dev.slipway.api.acl;

import dev.slipway.api.acl.RoleBody.DatabaseBody;
import dev.slipway.api.acl.RoleBody.RuleBody;
import dev.slipway.model.AclCommand.Wish;
import dev.slipway.model.AclRoleSpec.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the bodies of roles ask for.
final class RoleWishes {
  private RoleWishes() {}

  static List<Wish> of(List<RuleBody> rules) {
    return rules.stream()
        .map(
            rule ->
                new Wish(
                    rule.ruleName(), rule.databases().stream().map(RoleWishes::target).toList()))
        .toList();
  }

  /// Null where nothing is asked for.
  static @Nullable List<Wish> ofAny(@Nullable List<RuleBody> rules) {
    return rules == null ? null : of(rules);
  }

  private static Target target(DatabaseBody database) {
    return new Target(
        database.subscriptionId(),
        database.databaseId(),
        database.regions() == null ? List.of() : database.regions());
  }
}
