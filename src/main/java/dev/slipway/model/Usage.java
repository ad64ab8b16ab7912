package dev.slipway.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That a database ran.
///
/// @param to null while it still does
public record Usage(int databaseId, Terms terms, Instant from, @Nullable Instant to) {
  /// As what and at what price, all of it as it was then.
  public record Terms(
      int subscriptionId,
      String subscriptionName,
      SubscriptionSpec.Provider provider,
      String region,
      double datasetGb,
      Prices.Line price) {
    /// Those of a database.
    public static Terms of(
        Resource<SubscriptionSpec> subscription, DatabaseSpec database, Catalogue catalogue) {
      var spec = subscription.spec();
      return new Terms(
          subscription.id(),
          spec.name(),
          spec.provider(),
          spec.regions().getFirst().region(),
          database.datasetGb(),
          Pricing.of(database, catalogue));
    }
  }
}
