package dev.slipway.model;

import static dev.slipway.model.SubscriptionSpec.Provider.AWS;
import static dev.slipway.model.SubscriptionSpec.Provider.GCP;

import java.util.List;
import java.util.function.Consumer;

/// Subscriptions, databases and changes for tests: `database("cache", d -> d.port = 12_000)`; and a
/// catalogue in which they are possible.
public final class Specs {
  /// A payment method that can be charged.
  public static final int CARD = 1;

  /// A payment method that expired at the end of 2025.
  public static final int EXPIRED_CARD = 2;

  private Specs() {}

  /// A subscription as it is asked for.
  public static SubscriptionSpec subscription(Consumer<SubscriptionDraft> but) {
    var draft = new SubscriptionDraft();
    but.accept(draft);
    return draft.spec();
  }

  /// A plain database.
  public static DatabaseSpec database(String name) {
    return database(name, _ -> {});
  }

  /// A database as it is asked for.
  public static DatabaseSpec database(String name, Consumer<DatabaseDraft> but) {
    var draft = new DatabaseDraft(name);
    but.accept(draft);
    return draft.spec();
  }

  /// A change of what is named, and of nothing else.
  public static DatabaseChange change(Consumer<ChangeDraft> but) {
    var draft = new ChangeDraft();
    but.accept(draft);
    return draft.change();
  }

  /// Few regions, versions and cards; the shard units of api-rules 4.10.
  public static Catalogue catalogue() {
    var documents =
        new Catalogue.Module.Parameter("number-of-documents", "", "integer", 1_000_000, false);
    return new Catalogue(
        List.of(
            region(1, "us-east-1", AWS, "us-east-1a", "us-east-1b", "us-east-1c"),
            region(2, "us-west-1", AWS, "us-west-1a", "us-west-1b"),
            region(27, "us-central1", GCP, "us-central1-a", "us-central1-b")),
        List.of(
            new Catalogue.Module("RediSearch", "Search and query", "", List.of(documents)),
            new Catalogue.Module("RedisJSON", "JSON", "", List.of())),
        List.of(
            version("6.2", false),
            version("7.2", false),
            version("7.4", true),
            version("8.2", false),
            version("8.6", false)),
        List.of(
            new Catalogue.PaymentMethod(CARD, "Visa", 5556, "Ann", 12, 2040),
            new Catalogue.PaymentMethod(EXPIRED_CARD, "Visa", 5557, "Ann", 12, 2025)),
        List.of(
            new Catalogue.CloudAccount(1, "internal", AWS, null),
            new Catalogue.CloudAccount(2, "own", AWS, null),
            new Catalogue.CloudAccount(3, "strange", GCP, null)),
        List.of(
            new Catalogue.ShardUnit("pico", 0.1, 100, 0.005),
            new Catalogue.ShardUnit("nano", 0.5, 500, 0.014),
            new Catalogue.ShardUnit("micro", 1, 1_000, 0.027),
            new Catalogue.ShardUnit("high-throughput", 2.5, 25_000, 0.124),
            new Catalogue.ShardUnit("small", 12.5, 12_500, 0.156),
            new Catalogue.ShardUnit("large", 25, 25_000, 0.293)),
        List.of(
            flash("0.0", 0, "very-large", 5_000),
            flash("7.2", 0, "xlarge", 10_000),
            flash("8.2", 20, "flex-20", 10_000),
            flash("8.2", 30, "flex-30", 15_000)),
        "USD");
  }

  private static Catalogue.Region region(
      int id, String name, SubscriptionSpec.Provider provider, String... zones) {
    return new Catalogue.Region(id, name, provider, List.of(zones), "UTC");
  }

  private static Catalogue.FlashUnit flash(
      String since, int percentage, String name, long operations) {
    return new Catalogue.FlashUnit(
        since, percentage, new Catalogue.ShardUnit(name, 50, operations, 0.3));
  }

  private static Catalogue.Version version(String version, boolean isDefault) {
    return new Catalogue.Version(version, null, false, isDefault);
  }
}
