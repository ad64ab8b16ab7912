package dev.slipway.api.account;

import static dev.slipway.api.http.Access.BILLING_READ;
import static dev.slipway.api.http.Parameter.optional;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.model.Catalogue;
import dev.slipway.model.ProblemType;
import dev.slipway.store.Store;
import java.util.List;
import java.util.Locale;

/// The operations that show the account and what it may ask for.
public final class AccountRoutes {
  /// The clouds that may be asked for. The API knows Azure, though no Pro subscription can be
  /// there.
  private static final List<String> CLOUDS = List.of("AWS", "GCP", "AZURE");

  private final Store store;
  private final Catalogue catalogue;

  /// From this catalogue.
  public AccountRoutes(Store store, Catalogue catalogue) {
    this.store = store;
    this.catalogue = catalogue;
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get("/", "getCurrentAccount", "Shows the account and the key that asks")
            .openTo(BILLING_READ)
            .shows(AccountView.class, call -> Answer.ok(AccountView.of(call))),
        Operation.get("/payment-methods", "getAccountPaymentMethods", "Lists the means of payment")
            .openTo(BILLING_READ)
            .shows(CatalogueViews.Payments.class, this::paymentMethods),
        Operation.get("/regions", "getSupportedRegions", "Lists the regions of the catalogue")
            .asking(optional("provider", String.class, "AWS or GCP: its regions alone"))
            .shows(CatalogueViews.Regions.class, this::regions),
        Operation.get(
                "/data-persistence", "getDataPersistenceOptions", "Lists the ways to keep data")
            .shows(CatalogueViews.PersistenceOptions.class, this::persistence),
        Operation.get("/database-modules", "getSupportedDatabaseModules", "Lists the known modules")
            .shows(CatalogueViews.Modules.class, this::modules),
        Operation.get(
                "/query-performance-factors",
                "getSupportedSearchScalingFactors",
                "Lists how much faster queries may be made")
            .shows(CatalogueViews.Factors.class, this::factors),
        Operation.get(
                "/subscriptions/redis-versions", "getRedisVersions", "Lists the versions of Redis")
            .asking(optional("subscriptionId", Integer.class, "those it may use; all may use all"))
            .shows(CatalogueViews.Versions.class, this::redisVersions));
  }

  private Answer paymentMethods(Call call) {
    var methods = catalogue.paymentMethods().stream().map(CatalogueViews.Payment::of).toList();
    return Answer.ok(new CatalogueViews.Payments(call.account().value(), methods, Link.self(call)));
  }

  private Answer regions(Call call) {
    String provider = provider(call.query().getOrDefault("provider", ""));
    var regions =
        catalogue.regions().stream()
            .filter(region -> provider.isEmpty() || region.provider().name().equals(provider))
            .map(CatalogueViews.Region::of)
            .toList();
    return Answer.ok(new CatalogueViews.Regions(regions, Link.self(call)));
  }

  private static String provider(String text) {
    String provider = text.toUpperCase(Locale.ROOT);
    if (!provider.isEmpty() && !CLOUDS.contains(provider)) {
      throw Refusal.of(400, "provider must be one of " + CLOUDS + ".");
    }
    return provider;
  }

  private Answer persistence(Call call) {
    return Answer.ok(
        new CatalogueViews.PersistenceOptions(
            CatalogueViews.PersistenceOption.all(), Link.self(call)));
  }

  private Answer modules(Call call) {
    return Answer.ok(new CatalogueViews.Modules(catalogue.modules(), Link.self(call)));
  }

  private Answer factors(Call call) {
    return Answer.ok(
        new CatalogueViews.Factors(List.of("Standard", "2x", "4x", "6x", "8x"), Link.self(call)));
  }

  /// Every subscription may use every version, so naming one only asks whether it is there.
  private Answer redisVersions(Call call) {
    int subscription = call.number("subscriptionId", 0, 0, Integer.MAX_VALUE);
    if (subscription > 0
        && store.read(tx -> tx.subscriptions().find(call.account(), subscription)).isEmpty()) {
      throw Refusal.of(
          ProblemType.SUBSCRIPTION_NOT_FOUND, "there is no subscription " + subscription + ".");
    }
    return Answer.ok(new CatalogueViews.Versions(catalogue.redisVersions()));
  }
}
