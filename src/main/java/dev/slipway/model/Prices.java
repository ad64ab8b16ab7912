package dev.slipway.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What something costs an hour (api-rules 4.10).
public record Prices(List<Line> pricing) implements Finding {
  /// What it costs in these regions.
  public Prices in(List<String> regions) {
    return new Prices(pricing.stream().filter(line -> regions.contains(line.region())).toList());
  }

  /// One row of the bill.
  ///
  /// @param databaseName null for rows that belong to the subscription
  /// @param type `Shards` or `MinimumPrice`
  /// @param typeDetails the shard unit, such as `micro`
  public record Line(
      @Nullable String databaseName,
      String type,
      @Nullable String typeDetails,
      int quantity,
      String quantityMeasurement,
      double pricePerUnit,
      String priceCurrency,
      String pricePeriod,
      @Nullable String region) {}
}
