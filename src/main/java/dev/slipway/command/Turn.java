package dev.slipway.command;

import dev.slipway.model.AccountId;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Finding;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.TaskState;
import dev.slipway.store.Tx;
import java.time.Instant;
import java.util.List;

/// One command's turn in its account's lane: whose it is, the rows, and the time.
record Turn(AccountId account, Tx tx, Instant now) {
  /// Keeps what nothing needs provisioning for: the subscription stays in its status, which must be
  /// active unless nothing changes. Refuses with SUBSCRIPTION_NOT_ACTIVE.
  void note(Resource<SubscriptionSpec> subscription, SubscriptionSpec wanted) {
    if (!wanted.equals(subscription.spec())) {
      StatusRules.active(subscription, this);
      tx.subscriptions().want(subscription, wanted, subscription.status(), now);
    }
  }

  /// The words that name the task which a resource is busy with; empty when none asked for what it
  /// is at, as when its Redis died.
  String cause(Resource<?> busy) {
    if (busy.status() instanceof Status.Pending && busy.everActive()) {
      return "";
    }
    return tx.tasks().finishedAt(account, busy.wantedAt()).stream()
        .filter(task -> isAbout(busy, task.state()))
        .findFirst()
        .map(task -> ", as task %s asked".formatted(task.id()))
        .orElse("");
  }

  /// Databases that came with their subscription bear its task.
  private static boolean isAbout(Resource<?> resource, TaskState state) {
    return state instanceof TaskState.Completed(Integer id, Finding _)
        && id != null
        && (id == resource.id() || id.equals(resource.parent()));
  }

  /// The subscription, in whatever status. Refuses with SUBSCRIPTION_NOT_FOUND.
  Resource<SubscriptionSpec> subscription(int id) {
    return tx.subscriptions()
        .find(account, id)
        .orElseThrow(
            () ->
                new Refused(
                    ProblemType.SUBSCRIPTION_NOT_FOUND,
                    "There is no subscription " + id + " in this account.",
                    "GET /subscriptions lists them."));
  }

  /// The database, in whatever status. Refuses with DATABASE_NOT_FOUND, and with
  /// DATABASE_SUBSCRIPTION_MISMATCH when it is in another subscription of the account.
  Resource<DatabaseSpec> database(Resource<SubscriptionSpec> subscription, int id) {
    String list = "GET /subscriptions/%s/databases lists them.".formatted(subscription.id());
    var database =
        tx.databases()
            .find(account, id)
            .orElseThrow(
                () ->
                    new Refused(
                        ProblemType.DATABASE_NOT_FOUND,
                        "There is no database %s in subscription %s."
                            .formatted(id, subscription.id()),
                        list));
    if (!Integer.valueOf(subscription.id()).equals(database.parent())) {
      throw new Refused(
          ProblemType.DATABASE_SUBSCRIPTION_MISMATCH,
          "Database %s is in subscription %s, not in %s."
              .formatted(id, database.parent(), subscription.id()),
          list);
    }
    return database;
  }

  /// The databases that stay. One that is being deleted stands in nobody's way (architecture 5a).
  List<Resource<DatabaseSpec>> databasesOf(Resource<SubscriptionSpec> subscription) {
    return tx.databases().under(subscription.id(), 0, Integer.MAX_VALUE).stream()
        .filter(database -> !(database.status() instanceof Status.Deleting))
        .toList();
  }
}
