package dev.slipway.reconcile;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Limits;
import dev.slipway.model.Problem;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import java.util.List;
import java.util.Optional;

/// What a subscription needs next. It has nothing of its own in the world: it follows its
/// databases, whose every change of status makes it due.
///
/// It is active only when every database that it is waiting for is (mission, "Task provisioning
/// phase"); a creation plan of which one failed is an error with that one's reason.
final class SubscriptionPlan {
  private SubscriptionPlan() {}

  static Step next(
      Resource<SubscriptionSpec> subscription,
      List<Resource<DatabaseSpec>> databases,
      Limits limits) {
    return switch (subscription.status()) {
      case Status.Deleting _ ->
          databases.isEmpty()
              ? new Step.Forget()
              : new Step.Wait(limits.driftLook(), "its databases are being removed");
      case Status.Active _, Status.Failed _ -> new Step.Settle(subscription.status());
      case Status.Pending _, Status.Changing _ -> pending(subscription, databases, limits);
    };
  }

  private static Step pending(
      Resource<SubscriptionSpec> subscription,
      List<Resource<DatabaseSpec>> databases,
      Limits limits) {
    Optional<Problem> failure =
        databases.stream().flatMap(database -> failureOf(database).stream()).findFirst();
    if (failure.isPresent() && !subscription.everActive()) {
      return new Step.Settle(new Status.Failed(failure.get()));
    }
    if (subscription.spec().awaitsKey()) {
      return new Step.Wait(limits.driftLook(), "its keys were not named yet");
    }
    long unfinished = databases.stream().filter(SubscriptionPlan::inCreation).count();
    return unfinished == 0
        ? new Step.Settle(new Status.Active())
        : new Step.Wait(
            limits.driftLook(),
            unfinished + " of its " + databases.size() + " databases are being made");
  }

  private static boolean inCreation(Resource<DatabaseSpec> database) {
    return database.status() instanceof Status.Pending && !database.everActive();
  }

  private static Optional<Problem> failureOf(Resource<DatabaseSpec> database) {
    return database.gaveUp() && database.status() instanceof Status.Failed(Problem problem)
        ? Optional.of(
            new Problem(
                problem.type(),
                "Database " + database.spec().name() + ": " + problem.description()))
        : Optional.empty();
  }
}
