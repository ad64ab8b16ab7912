package dev.slipway.command;

import dev.slipway.model.DeleteSubscription;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;

/// Takes a subscription down.
///
/// Refuses with SUBSCRIPTION_NOT_FOUND, SUBSCRIPTION_NOT_ACTIVE, SUBSCRIPTION_IN_USE and
/// TOO_MANY_PENDING_SUBSCRIPTIONS.
record DeleteSubscriptionHandler(StatusRules status, ChangingLimit changing) {
  Outcome run(DeleteSubscription command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    status.deletable(subscription, turn);
    empty(subscription, turn);
    changing.allows(turn, subscription.id());
    turn.tx()
        .subscriptions()
        .want(subscription, subscription.spec(), new Status.Deleting(), turn.now());
    return Outcome.Accepted.resource(subscription.id());
  }

  /// A database that is still being deleted counts: its subscription goes after it.
  private static void empty(Resource<SubscriptionSpec> subscription, Turn turn) {
    int databases = turn.tx().databases().countUnder(subscription.id());
    if (databases > 0) {
      throw new Refused(
          ProblemType.SUBSCRIPTION_IN_USE,
          "The %s still has databases: %s, with those being deleted."
              .formatted(subscription.ref(), databases),
          "Delete them, wait until they are gone, then send the request again.");
    }
  }
}
