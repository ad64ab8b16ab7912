package dev.slipway.command;

import static dev.slipway.model.ProblemType.CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_CLOUD_PROVIDER_MANAGED_KEY;
import static dev.slipway.model.ProblemType.CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_SUBSCRIPTION_INVALID_STATUS;

import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionCommand.SetKeys;
import dev.slipway.model.SubscriptionSpec;

/// Names the keys of the user's own for a subscription (api-rules 4.3): one that waits for them
/// goes on, and one that has some gets others.
record KeyHandler(ChangingLimit changing) {
  Outcome set(SetKeys command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    demandOwnKeys(subscription.spec());
    var wanted = subscription.spec().withManagedKeys(command.keys());
    KeyRules.named(wanted);
    if (!wanted.equals(subscription.spec())) {
      changing.allows(turn, subscription.id());
      turn.tx().subscriptions().want(subscription, wanted, next(subscription), turn.now());
    }
    return Outcome.Accepted.resource(subscription.id());
  }

  private static void demandOwnKeys(SubscriptionSpec subscription) {
    if (subscription.encryption() == SubscriptionSpec.Encryption.CLOUD_PROVIDER_MANAGED_KEY) {
      throw new Refused(
          CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_CLOUD_PROVIDER_MANAGED_KEY,
          "The subscription was made with cloud-provider-managed-key, which cannot change.",
          "Leave customerManagedKeys out.");
    }
  }

  private static Status next(Resource<SubscriptionSpec> subscription) {
    return switch (subscription.status()) {
      case Status.Pending _ when subscription.spec().awaitsKey() ->
          new Status.Pending("its keys were named");
      case Status.Active _ -> new Status.Changing("it gets other keys");
      case Status.Pending _, Status.Changing _, Status.Deleting _, Status.Failed _ ->
          throw new Refused(
              CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_SUBSCRIPTION_INVALID_STATUS,
              "The %s neither waits for its keys nor is it active.".formatted(subscription.ref()),
              "Wait until it is active, then send the request again.");
    };
  }
}
