package dev.slipway.api.subscription;

import static dev.slipway.api.http.Access.BILLING_READ;
import static dev.slipway.api.http.Access.BILLING_WRITE;

import dev.slipway.api.database.DatabaseWishes;
import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.api.resource.PrometheusEndpoint;
import dev.slipway.api.resource.Rows;
import dev.slipway.model.Catalogue;
import dev.slipway.model.Command;
import dev.slipway.model.CreateSubscription;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DeleteSubscription;
import dev.slipway.model.Prices;
import dev.slipway.model.Pricing;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.Role;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.UpdateSubscription;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The operations on subscriptions.
public final class SubscriptionRoutes {
  private static final String ALL = "/subscriptions";
  private static final String ONE = ALL + "/{subscriptionId}";

  private final Store store;
  private final Catalogue catalogue;
  private final SubscriptionWishes wishes;
  private final SubscriptionViews views;

  /// @param databases makes the databases of creation plans
  public SubscriptionRoutes(Store store, DatabaseWishes databases) {
    this.store = store;
    this.catalogue = databases.catalogue();
    this.wishes = new SubscriptionWishes(new RegionWishes(catalogue), databases);
    this.views = new SubscriptionViews(catalogue);
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "getAllSubscriptions", "Lists the subscriptions of the account")
            .openTo(BILLING_READ)
            .shows(SubscriptionList.class, this::all),
        Operation.post(ALL, "createSubscription", "Creates a subscription with its databases")
            .takes(CreateSubscriptionBody.class)
            .submits(CreateSubscription.class, this::create),
        Operation.get(ONE, "getSubscriptionById", "Shows a subscription")
            .openTo(BILLING_READ)
            .shows(SubscriptionView.class, this::one),
        Operation.put(ONE, "updateSubscription", "Changes a subscription")
            .openTo(BILLING_WRITE)
            .takes(UpdateSubscriptionBody.class)
            .submits(UpdateSubscription.class, this::update),
        Operation.delete(ONE, "deleteSubscriptionById", "Deletes a subscription without databases")
            .submits(DeleteSubscription.class, this::delete),
        Operation.get(ONE + "/pricing", "getSubscriptionPricing", "Shows what a subscription costs")
            .openTo(BILLING_READ)
            .shows(Bill.class, this::pricing));
  }

  /// Every subscription of the account.
  record SubscriptionList(int accountId, List<SubscriptionView> subscriptions, List<Link> links) {}

  private Answer all(Call call) {
    return store.read(
        tx -> {
          Map<Integer, List<Resource<DatabaseSpec>>> databases =
              tx.databases().of(call.account()).stream()
                  .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.parent())));
          var rows =
              tx.subscriptions().of(call.account()).stream()
                  .map(row -> row(row, databases.getOrDefault(row.id(), List.of()), call))
                  .toList();
          return Answer.ok(new SubscriptionList(call.account().value(), rows, Link.self(call)));
        });
  }

  private SubscriptionView row(
      Resource<SubscriptionSpec> row, List<Resource<DatabaseSpec>> databases, Call call) {
    return views.view(
        row,
        databases,
        PrometheusEndpoint.of(call, row.id()),
        List.of(Link.to("self", call, ALL + "/" + row.id())));
  }

  private Answer one(Call call) {
    return store.read(
        tx -> {
          var row = Rows.subscription(tx, call);
          var endpoint = PrometheusEndpoint.of(call, row.id());
          return Answer.ok(views.view(row, databases(tx, row), endpoint, Link.self(call)));
        });
  }

  private static List<Resource<DatabaseSpec>> databases(
      Tx tx, Resource<SubscriptionSpec> subscription) {
    return tx.databases().under(subscription.id(), 0, Integer.MAX_VALUE);
  }

  private Command create(Call call, CreateSubscriptionBody body) {
    return wishes.command(body);
  }

  private Command update(Call call, UpdateSubscriptionBody body) {
    int id = call.number("subscriptionId");
    if (call.caller().role() == Role.BILLING_ADMIN && !body.isAboutPaymentAlone()) {
      throw Refusal.of(
          ProblemType.USER_INSUFFICIENT_ROLE,
          "the role Billing Admin may change paymentMethod and paymentMethodId alone.");
    }
    if (body.mixesKeysWithOthers()) {
      throw Refusal.of(
          400,
          "customerManagedKeys goes with deletionGracePeriod alone; change the rest in a"
              + " request of its own.");
    }
    return body.command(id);
  }

  private Command delete(Call call) {
    return new DeleteSubscription(call.number("subscriptionId"));
  }

  /// The standing bill.
  record Bill(List<Prices.Line> pricing, List<Link> links) {}

  private Answer pricing(Call call) {
    return store.read(
        tx -> {
          var subscription = Rows.subscription(tx, call);
          var specs = databases(tx, subscription).stream().map(Resource::spec).toList();
          var prices = Pricing.of(subscription.spec(), specs, catalogue);
          return Answer.ok(new Bill(prices.pricing(), Link.self(call)));
        });
  }
}
