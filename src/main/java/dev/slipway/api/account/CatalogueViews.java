package dev.slipway.api.account;

import dev.slipway.api.http.Link;
import dev.slipway.api.json.Words;
import dev.slipway.model.Catalogue;
import dev.slipway.model.Persistence;
import dev.slipway.model.SubscriptionSpec.Provider;
import java.util.List;
import java.util.stream.Stream;

/// The catalogue as the API shows it (api-rules 3.4).
final class CatalogueViews {
  private CatalogueViews() {}

  /// @param creditCardEndsWith a number: clients cannot read a string here (client-contract 3.1)
  record Payment(
      int id,
      String type,
      int creditCardEndsWith,
      String nameOnCard,
      int expirationMonth,
      int expirationYear,
      List<Link> links) {
    static Payment of(Catalogue.PaymentMethod method) {
      return new Payment(
          method.id(),
          method.type(),
          method.creditCardEndsWith(),
          method.nameOnCard(),
          method.expirationMonth(),
          method.expirationYear(),
          List.of());
    }
  }

  /// How much faster searches may be; `Standard` is the speed of a database that asks for nothing.
  record Factors(List<String> queryPerformanceFactors, List<Link> links) {}

  /// The ways to pay.
  record Payments(int accountId, List<Payment> paymentMethods, List<Link> links) {}

  /// A place where subscriptions can be.
  record Region(int id, String name, Provider provider) {
    static Region of(Catalogue.Region region) {
      return new Region(region.id(), region.name(), region.provider());
    }
  }

  /// The places where subscriptions can be.
  record Regions(List<Region> regions, List<Link> links) {}

  /// One choice of when to write to disk.
  record PersistenceOption(String name, String description) {
    static List<PersistenceOption> all() {
      return Stream.of(Persistence.values())
          .map(option -> new PersistenceOption(Words.word(option), describe(option)))
          .toList();
    }

    /// The API's own titles, to the letter (api-rules 4.5).
    private static String describe(Persistence option) {
      return switch (option) {
        case NONE -> "None";
        case AOF_EVERY_1_SECOND -> "Append only file (AOF) - fsync every 1 second";
        case AOF_EVERY_WRITE -> "Append only file (AOF) - fsync every write";
        case SNAPSHOT_EVERY_1_HOUR -> "Snapshot every 1 hour";
        case SNAPSHOT_EVERY_6_HOURS -> "Snapshot every 6 hour";
        case SNAPSHOT_EVERY_12_HOURS -> "Snapshot every 12 hour";
      };
    }
  }

  /// The choices of when to write to disk.
  record PersistenceOptions(List<PersistenceOption> dataPersistence, List<Link> links) {}

  /// What databases before 8.0 may add to Redis.
  record Modules(List<Catalogue.Module> modules, List<Link> links) {}

  /// The versions that databases may ask for.
  record Versions(List<Catalogue.Version> redisVersions) {}
}
