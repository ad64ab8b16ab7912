package dev.slipway.command;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.SubscriptionSpec.PaymentMethod;
import dev.slipway.model.UpdateSubscription;
import java.util.List;
import java.util.Objects;

/// Changes the name, the payment or the public endpoints of a subscription. Nothing of that needs
/// provisioning, so the subscription stays active. A request that repeats present values succeeds
/// in every status (architecture 5a).
///
/// Refuses with SUBSCRIPTION_NOT_FOUND, SUBSCRIPTION_NOT_ACTIVE,
/// SUBSCRIPTION_CONTAINS_NON_ACTIVE_DATABASE, as {@link PaymentRules} says, and with
/// CLIENT_PUBLIC_ACCESS_INVALID_SOURCE_IPS while a database admits public sources.
record UpdateSubscriptionHandler(PaymentRules payment) {
  Outcome run(UpdateSubscription command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    var before = subscription.spec();
    var wanted = apply(command, before);
    if (wanted.equals(before)) {
      return Outcome.Accepted.resource(subscription.id());
    }
    StatusRules.active(subscription, turn);
    var databases = turn.databasesOf(subscription);
    databases.forEach(database -> StatusRules.settled(database, turn));
    if (!samePayment(before, wanted)) {
      payment.check(wanted, turn);
    }
    if (before.publicEndpointAccess() && !wanted.publicEndpointAccess()) {
      PlacementRules.publicAccess(wanted);
      databases.forEach(database -> privateSources(database.spec()));
    }
    turn.tx().subscriptions().want(subscription, wanted, new Status.Active(), turn.now());
    return Outcome.Accepted.resource(subscription.id());
  }

  private static void privateSources(DatabaseSpec database) {
    AccessRules.sources(database.access().sourceIps(), false);
    for (var region : database.locals()) {
      AccessRules.sources(Objects.requireNonNullElse(region.sourceIps(), List.of()), false);
    }
  }

  private static SubscriptionSpec apply(UpdateSubscription command, SubscriptionSpec before) {
    var method = Objects.requireNonNullElse(command.paymentMethod(), before.paymentMethod());
    // Whoever goes over to the marketplace leaves the card behind.
    Integer kept = method == PaymentMethod.MARKETPLACE ? null : before.paymentMethodId();
    Integer methodId = command.paymentMethodId() != null ? command.paymentMethodId() : kept;
    boolean open =
        Objects.requireNonNullElse(command.publicEndpointAccess(), before.publicEndpointAccess());
    return before
        .withName(Objects.requireNonNullElse(command.name(), before.name()))
        .withPayment(method, methodId)
        .withPublicEndpointAccess(open);
  }

  private static boolean samePayment(SubscriptionSpec before, SubscriptionSpec wanted) {
    return before.paymentMethod() == wanted.paymentMethod()
        && Objects.equals(before.paymentMethodId(), wanted.paymentMethodId());
  }
}
