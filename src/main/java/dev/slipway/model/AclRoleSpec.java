package dev.slipway.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which rules hold on which databases, for all users of the role (api-rules 4.12).
public record AclRoleSpec(String name, List<Grant> grants) implements Spec {
  /// One rule on some databases.
  public record Grant(int ruleId, List<Target> databases) {
    /// Whether it holds on this database.
    public boolean names(int databaseId) {
      return databases.stream().anyMatch(target -> target.databaseId == databaseId);
    }
  }

  /// One database.
  ///
  /// @param regions only for an Active-Active database; empty means all
  public record Target(int subscriptionId, int databaseId, List<String> regions) {
    private Optional<Target> without(Collection<String> gone) {
      if (regions.isEmpty()) {
        return Optional.of(this);
      }
      var left = regions.stream().filter(region -> !gone.contains(region)).toList();
      return left.isEmpty()
          ? Optional.empty()
          : Optional.of(new Target(subscriptionId, databaseId, left));
    }
  }

  /// The same where an Active-Active subscription has left regions. What held in these alone holds
  /// nowhere any more.
  public AclRoleSpec without(int subscriptionId, Collection<String> regions) {
    return new AclRoleSpec(
        name,
        grants.stream()
            .map(grant -> new Grant(grant.ruleId, left(grant.databases, subscriptionId, regions)))
            .filter(grant -> !grant.databases.isEmpty())
            .toList());
  }

  private static List<Target> left(
      List<Target> targets, int subscription, Collection<String> gone) {
    return targets.stream()
        .flatMap(
            target ->
                target.subscriptionId == subscription
                    ? target.without(gone).stream()
                    : Stream.of(target))
        .toList();
  }

  /// The grant that holds on this database. There is one at most: a role has one rule for each.
  public Optional<Grant> grantOn(int databaseId) {
    return grants.stream().filter(grant -> grant.names(databaseId)).findFirst();
  }

  /// Whether it names regions of a database.
  public boolean regional() {
    return grants.stream()
        .flatMap(grant -> grant.databases.stream())
        .anyMatch(target -> !target.regions.isEmpty());
  }

  /// Whether the role needs this rule.
  public boolean uses(int ruleId) {
    return grants.stream().anyMatch(grant -> grant.ruleId() == ruleId);
  }
}
