package dev.slipway.api.subscription;

import static dev.slipway.api.http.Access.BILLING_READ;
import static dev.slipway.api.http.Access.BILLING_WRITE;
import static dev.slipway.api.http.Access.WRITE;

import dev.slipway.api.database.DatabaseWishes;
import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.api.json.Decoder;
import dev.slipway.api.resource.Rows;
import dev.slipway.api.task.Submission;
import dev.slipway.model.Catalogue;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DeleteSubscription;
import dev.slipway.model.Prices;
import dev.slipway.model.Pricing;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.Role;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The operations on single-region subscriptions.
public final class SubscriptionRoutes {
  private static final String ALL = "/subscriptions";
  private static final String ONE = ALL + "/{subscriptionId}";

  private final Decoder<CreateSubscriptionBody> createBody =
      Decoder.of(CreateSubscriptionBody.class);
  private final Decoder<UpdateSubscriptionBody> updateBody =
      Decoder.of(UpdateSubscriptionBody.class);
  private final Store store;
  private final Submission submission;
  private final Catalogue catalogue;
  private final SubscriptionWishes wishes;
  private final SubscriptionViews views;

  /// @param databases makes the databases of creation plans
  public SubscriptionRoutes(Store store, Submission submission, DatabaseWishes databases) {
    this.store = store;
    this.submission = submission;
    this.catalogue = databases.catalogue();
    this.wishes = new SubscriptionWishes(catalogue, databases);
    this.views = new SubscriptionViews(catalogue);
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get(ALL, "getAllSubscriptions", this::all).openTo(BILLING_READ),
        new Operation("POST", ALL, "createSubscription", WRITE, this::create),
        Operation.get(ONE, "getSubscriptionById", this::one).openTo(BILLING_READ),
        new Operation("PUT", ONE, "updateSubscription", BILLING_WRITE, this::update),
        new Operation("DELETE", ONE, "deleteSubscriptionById", WRITE, this::delete),
        Operation.get(ONE + "/pricing", "getSubscriptionPricing", this::pricing)
            .openTo(BILLING_READ));
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
    return views.view(row, databases, List.of(Link.to("self", call, ALL + "/" + row.id())));
  }

  private Answer one(Call call) {
    return store.read(
        tx -> {
          var row = Rows.subscription(tx, call);
          return Answer.ok(views.view(row, databases(tx, row), Link.self(call)));
        });
  }

  private static List<Resource<DatabaseSpec>> databases(
      Tx tx, Resource<SubscriptionSpec> subscription) {
    return tx.databases().under(subscription.id(), 0, Integer.MAX_VALUE);
  }

  private Answer create(Call call) {
    return submission.submit(call, wishes.command(createBody.decode(call.body())));
  }

  private Answer update(Call call) {
    int id = call.number("subscriptionId");
    UpdateSubscriptionBody body = updateBody.decode(call.body());
    if (call.caller().role() == Role.BILLING_ADMIN && !body.isAboutPaymentAlone()) {
      throw Refusal.of(
          ProblemType.USER_INSUFFICIENT_ROLE,
          "the role Billing Admin may change paymentMethod and paymentMethodId alone.");
    }
    return submission.submit(call, body.command(id));
  }

  private Answer delete(Call call) {
    return submission.submit(call, new DeleteSubscription(call.number("subscriptionId")));
  }

  /// The standing bill.
  record Bill(List<Prices.Line> pricing, List<Link> links) {}

  private Answer pricing(Call call) {
    return store.read(
        tx -> {
          var specs = databases(tx, Rows.subscription(tx, call)).stream().map(Resource::spec);
          var prices = Pricing.of(specs.toList(), catalogue);
          return Answer.ok(new Bill(prices.pricing(), Link.self(call)));
        });
  }
}
