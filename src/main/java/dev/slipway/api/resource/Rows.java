package dev.slipway.api.resource;

import dev.slipway.api.http.Call;
import dev.slipway.api.http.Refusal;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.store.Tx;

/// Finds the rows that a path names, within the caller's account: another account's id is as
/// unknown as any other.
public final class Rows {
  private Rows() {}

  /// The subscription of the path.
  ///
  /// @throws Refusal 404
  public static Resource<SubscriptionSpec> subscription(Tx tx, Call call) {
    int id = call.number("subscriptionId");
    return tx.subscriptions()
        .find(call.account(), id)
        .orElseThrow(
            () ->
                Refusal.of(
                    ProblemType.SUBSCRIPTION_NOT_FOUND, "there is no subscription " + id + "."));
  }

  /// The database of the path, which must be in that subscription.
  ///
  /// @throws Refusal 404
  public static Resource<DatabaseSpec> database(
      Tx tx, Call call, Resource<SubscriptionSpec> subscription) {
    int id = call.number("databaseId");
    return tx.databases()
        .find(call.account(), id)
        .filter(database -> Integer.valueOf(subscription.id()).equals(database.parent()))
        .orElseThrow(
            () ->
                Refusal.of(
                    ProblemType.DATABASE_NOT_FOUND,
                    "there is no database " + id + " in subscription " + subscription.id() + "."));
  }
}
