package dev.slipway.command;

import static dev.slipway.model.ProblemType.UPDATING_LOCAL_PROPERTIES_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION;

import dev.slipway.model.ActiveActiveCommand.UpdateCrdb;
import dev.slipway.model.Crdb;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.LocalChange;
import java.util.List;
import java.util.Objects;

/// Changes an Active-Active database: as a whole like any other database, and in its regions.
///
/// Refuses with UPDATING_LOCAL_PROPERTIES_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION, and as
/// {@link LocalRules} and {@link UpdateDatabaseHandler} say.
record CrdbHandler(UpdateDatabaseHandler databases) {
  Outcome update(UpdateCrdb command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    if (!subscription.spec().activeActive()) {
      throw new Refused(
          UPDATING_LOCAL_PROPERTIES_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION,
          "Subscription %s is a single-region one.".formatted(subscription.id()),
          "Use PUT /subscriptions/{id}/databases/{id}.");
    }
    List<String> asked = command.regions().stream().map(LocalChange::region).toList();
    LocalRules.known(asked, subscription.spec());
    LocalRules.once(asked);
    return databases.change(
        subscription,
        command.databaseId(),
        command.change(),
        before -> locally(before, command.regions()),
        command.dryRun(),
        turn);
  }

  private static DatabaseSpec locally(DatabaseSpec database, List<LocalChange> changes) {
    var crdb = Objects.requireNonNull(database.crdb());
    return database.withCrdb(
        new Crdb(crdb.regions().stream().map(region -> changed(region, changes)).toList()));
  }

  private static Crdb.Local changed(Crdb.Local region, List<LocalChange> changes) {
    return changes.stream()
        .filter(change -> change.region().equals(region.region()))
        .findFirst()
        .map(change -> change.applyTo(region))
        .orElse(region);
  }
}
