package dev.slipway.model;

import java.util.List;

/// Which rules hold on which databases, for all users of the role (api-rules 4.12).
public record AclRoleSpec(String name, List<Grant> grants) implements Spec {
  /// One rule on some databases.
  public record Grant(int ruleId, List<Target> databases) {}

  /// One database.
  ///
  /// @param regions only for an Active-Active database; empty means all
  public record Target(int subscriptionId, int databaseId, List<String> regions) {}

  /// Whether the role needs this rule.
  public boolean uses(int ruleId) {
    return grants.stream().anyMatch(grant -> grant.ruleId() == ruleId);
  }
}
