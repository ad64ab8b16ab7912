package dev.slipway.command;

import dev.slipway.model.Catalogue;
import dev.slipway.model.CreateSubscription;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Kind;
import dev.slipway.model.Pricing;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import java.util.Comparator;
import java.util.List;

/// Makes a subscription and the databases of its creation plan, all pending.
///
/// Refuses as {@link PaymentRules}, {@link PlacementRules}, {@link CreationPlan}, {@link
/// DatabaseRules}, {@link Capacity}, {@link MemoryBudget}, {@link DatabasePorts} and {@link
/// ChangingLimit} say.
record CreateSubscriptionHandler(
    Catalogue catalogue,
    PaymentRules payment,
    PlacementRules placement,
    CreationPlan plan,
    DatabaseRules rules,
    CrdbRules crdb,
    Capacity capacity,
    MemoryBudget budget,
    DatabasePorts ports,
    ChangingLimit changing) {
  Outcome run(CreateSubscription command, Turn turn) {
    var wanted = command.spec();
    payment.check(wanted, turn);
    placement.check(wanted, turn);
    var entries = command.databases().stream().map(entry -> entry.in(wanted)).toList();
    var databases = plan.databases(entries);
    if (wanted.activeActive()) {
      CrdbRules.count(databases.size());
      crdb.subscription(wanted);
    }
    for (var database : databases) {
      rules.creation(database, wanted, turn.now());
      rules.sameVersion(wanted, database);
    }
    var subscription = capacity.fit(wanted.withCapacityGb(0), databases);
    budget.creation(databases, turn.tx());
    ports.check(databases, turn.tx().ports());
    if (command.dryRun()) {
      return Outcome.Accepted.dryRun(Pricing.ofPlan(entries, catalogue));
    }
    changing.allowsAnother(turn);
    return add(subscription, databases, turn);
  }

  private Outcome add(SubscriptionSpec subscription, List<DatabaseSpec> databases, Turn turn) {
    var tx = turn.tx();
    var pending = new Status.Pending("being created");
    int id = tx.ids().next(Kind.SUBSCRIPTION);
    var waiting = new Status.Pending("waiting for its keys: PUT customerManagedKeys");
    tx.subscriptions()
        .add(
            turn.account(),
            id,
            null,
            subscription,
            subscription.awaitsKey() ? waiting : pending,
            turn.now());
    // Those with a port of their choice first, so that no other is given it.
    var chosenFirst = Comparator.comparing(DatabaseSpec::portRequested).reversed();
    for (var database : databases.stream().sorted(chosenFirst).toList()) {
      int databaseId = tx.ids().next(Kind.DATABASE);
      var ported = ports.reserve(database, databaseId, tx.ports());
      tx.databases().add(turn.account(), databaseId, id, ported, pending, turn.now());
    }
    return Outcome.Accepted.resource(id);
  }
}
