package dev.slipway.command;

import dev.slipway.model.Catalogue;
import dev.slipway.model.CreateDatabase;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Kind;
import dev.slipway.model.Limits;
import dev.slipway.model.Pricing;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import java.util.ArrayList;
import java.util.List;

/// Makes one pending database in an active subscription. When it is more than the subscription has
/// capacity for, the subscription grows and is pending meanwhile.
///
/// Refuses with SUBSCRIPTION_NOT_FOUND, SUBSCRIPTION_NOT_ACTIVE,
/// DATABASE_USAGE_EXCEEDS_GLOBAL_LIMIT, DATABASE_NAME_EXISTS, and as {@link DatabaseRules}, {@link
/// Capacity}, {@link MemoryBudget}, {@link DatabasePorts}, {@link ReplicaCycle} and {@link
/// ChangingLimit} say.
record CreateDatabaseHandler(
    Catalogue catalogue,
    Limits limits,
    DatabaseRules rules,
    Capacity capacity,
    MemoryBudget budget,
    DatabasePorts ports,
    ReplicaCycle cycle,
    ChangingLimit changing) {
  Outcome run(CreateDatabase command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    var wanted = command.spec().in(subscription.spec());
    StatusRules.active(subscription, turn);
    var others = turn.databasesOf(subscription);
    if (others.size() >= limits.databasesPerSubscription()) {
      throw CreationPlan.tooMany(others.size() + 1, limits);
    }
    if (subscription.spec().activeActive()) {
      CrdbRules.count(others.size() + 1);
    }
    NameRules.free(wanted.name(), others);
    rules.creation(wanted, subscription.spec(), turn.now());
    PscRows.admits(wanted, subscription.id(), turn);
    cycle.check(wanted, turn);
    var larger = capacity.fit(subscription.spec(), with(wanted, others));
    budget.creation(List.of(wanted), turn.tx());
    ports.check(List.of(wanted), turn.tx().ports());
    if (command.dryRun()) {
      return Outcome.Accepted.dryRun(Pricing.of(List.of(wanted), catalogue));
    }
    if (!larger.equals(subscription.spec())) {
      changing.allows(turn, subscription.id());
    }
    capacity.grow(turn, subscription, larger);
    return add(wanted, subscription.id(), turn);
  }

  private Outcome add(DatabaseSpec wanted, int subscriptionId, Turn turn) {
    var tx = turn.tx();
    int id = tx.ids().next(Kind.DATABASE);
    var ported = ports.reserve(wanted, id, tx.ports());
    var pending = new Status.Pending("being created");
    tx.databases().add(turn.account(), id, subscriptionId, ported, pending, turn.now());
    return Outcome.Accepted.resource(id);
  }

  private static List<DatabaseSpec> with(DatabaseSpec wanted, List<Resource<DatabaseSpec>> others) {
    var all = new ArrayList<>(others.stream().map(Resource::spec).toList());
    all.add(wanted);
    return all;
  }
}
