package dev.slipway.model;

import java.util.List;

/// Make a subscription and the databases of its creation plan.
///
/// @param databases the plan; an entry with quantity n stands for n databases named `name-1..n`
/// @param dryRun check everything and price it, make nothing
public record CreateSubscription(SubscriptionSpec spec, List<Planned> databases, boolean dryRun)
    implements Command {
  /// One entry of the creation plan.
  ///
  /// @param quantity 1 to 100
  public record Planned(DatabaseSpec spec, int quantity) {
    /// The same with the defaults of its subscription.
    public Planned in(SubscriptionSpec subscription) {
      return new Planned(spec.in(subscription), quantity);
    }
  }
}
