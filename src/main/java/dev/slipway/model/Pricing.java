package dev.slipway.model;

import dev.slipway.model.CreateSubscription.Planned;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What databases cost an hour: shards of the smallest unit that fits (api-rules 4.10).
public final class Pricing {
  private static final int COPIES_WITH_REPLICA = 2;

  private Pricing() {}

  /// One line a database, or one for each of its regions, in their order.
  public static Prices of(Collection<DatabaseSpec> databases, Catalogue catalogue) {
    return new Prices(
        databases.stream().flatMap(database -> lines(database, 1, catalogue)).toList());
  }

  /// The bill of a subscription: its databases, and while an Active-Active one has none, what its
  /// regions cost at least, which is nothing here (client-contract 3.3).
  public static Prices of(
      SubscriptionSpec subscription, Collection<DatabaseSpec> databases, Catalogue catalogue) {
    return subscription.activeActive() && databases.isEmpty()
        ? new Prices(
            subscription.regions().stream()
                .map(region -> minimum(region.region(), catalogue))
                .toList())
        : of(databases, catalogue);
  }

  /// Of one database, in one line: all regions of an Active-Active one together are one unit.
  public static Prices.Line of(DatabaseSpec database, Catalogue catalogue) {
    List<Prices.Line> lines = lines(database, 1, catalogue).toList();
    Prices.Line first = lines.getFirst();
    return lines.size() == 1
        ? first
        : new Prices.Line(
            first.databaseName(),
            first.type(),
            first.typeDetails(),
            1,
            first.quantityMeasurement(),
            lines.stream().mapToDouble(line -> line.pricePerUnit() * line.quantity()).sum(),
            first.priceCurrency(),
            first.pricePeriod(),
            null);
  }

  /// One line an entry of a creation plan, for all the databases that it stands for.
  public static Prices ofPlan(Collection<Planned> entries, Catalogue catalogue) {
    return new Prices(
        entries.stream()
            .flatMap(entry -> lines(entry.spec(), entry.quantity(), catalogue))
            .toList());
  }

  /// An Active-Active database has a line for each of its regions.
  private static Stream<Prices.Line> lines(
      DatabaseSpec database, int quantity, Catalogue catalogue) {
    var crdb = database.crdb();
    return crdb == null
        ? Stream.of(line(database, quantity, null, catalogue))
        : crdb.regions().stream()
            .map(
                region ->
                    line(
                        database.withOperations(crdb.operations(region)),
                        quantity,
                        region.region(),
                        catalogue));
  }

  private static Prices.Line minimum(String region, Catalogue catalogue) {
    return new Prices.Line(
        null, "MinimumPrice", null, 1, "subscription", 0, catalogue.currency(), "hour", region);
  }

  private static Prices.Line line(
      DatabaseSpec database, int quantity, @Nullable String region, Catalogue catalogue) {
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
        region);
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
