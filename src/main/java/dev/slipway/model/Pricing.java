package dev.slipway.model;

import dev.slipway.model.CreateSubscription.Planned;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What databases cost an hour: shards of the smallest unit that fits (api-rules 4.10).
public final class Pricing {
  private static final int COPIES_WITH_REPLICA = 2;

  private Pricing() {}

  /// One line a database, in their order; no database, no line.
  public static Prices of(Collection<DatabaseSpec> databases, Catalogue catalogue) {
    return new Prices(databases.stream().map(database -> line(database, 1, catalogue)).toList());
  }

  /// Of one database.
  public static Prices.Line of(DatabaseSpec database, Catalogue catalogue) {
    return line(database, 1, catalogue);
  }

  /// One line an entry of a creation plan, for all the databases that it stands for.
  public static Prices ofPlan(Collection<Planned> entries, Catalogue catalogue) {
    return new Prices(
        entries.stream().map(entry -> line(entry.spec(), entry.quantity(), catalogue)).toList());
  }

  private static Prices.Line line(DatabaseSpec database, int quantity, Catalogue catalogue) {
    var unit = unit(database, catalogue);
    int copies = database.replication() ? COPIES_WITH_REPLICA : 1;
    return new Prices.Line(
        database.name(),
        "Shards",
        unit.name(),
        database.shards() * copies * quantity,
        "shards",
        unit.pricePerHour(),
        catalogue.currency(),
        "hour",
        null);
  }

  private static Catalogue.ShardUnit unit(DatabaseSpec database, Catalogue catalogue) {
    return Optional.ofNullable(database.topology().ramPercentage())
        .flatMap(percentage -> catalogue.flashUnit(database.engine().redisVersion(), percentage))
        .orElseGet(() -> unit(database, catalogue.shardUnits()));
  }

  /// The smallest unit that bears one shard's part of the memory and the operations; the largest
  /// there is when the user asked for fewer shards than that takes.
  private static Catalogue.ShardUnit unit(
      DatabaseSpec database, List<Catalogue.ShardUnit> smallestFirst) {
    double memoryGb = database.datasetGb() / database.shards();
    var throughput = database.topology().throughput();
    double operations =
        throughput.by().equals("operations-per-second")
            ? (double) throughput.value() / database.shards()
            : 0;
    return smallestFirst.stream()
        .filter(unit -> unit.memoryGb() >= memoryGb && unit.operationsPerSecond() >= operations)
        .findFirst()
        .orElseGet(smallestFirst::getLast);
  }
}
