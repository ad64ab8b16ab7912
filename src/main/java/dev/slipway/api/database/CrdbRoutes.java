package dev.slipway.api.database;

import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_MISMATCH_BETWEEN_REQUEST_REGIONS_AND_SUBSCRIPTION_REGIONS;
import static java.util.Objects.requireNonNullElse;

import dev.slipway.api.http.Call;
import dev.slipway.api.http.Operation;
import dev.slipway.model.ActiveActiveCommand.UpdateCrdb;
import dev.slipway.model.Command;
import dev.slipway.model.Contradiction;
import dev.slipway.model.DatabaseCommand.FlushDatabase;
import dev.slipway.model.LocalChange;
import dev.slipway.model.Problem;
import java.util.List;

/// The operations that Active-Active databases have of their own.
public final class CrdbRoutes {
  private static final String ONE = "/subscriptions/{subscriptionId}/databases/{databaseId}";

  private final DatabaseWishes wishes;

  /// Into the queue.
  public CrdbRoutes(DatabaseWishes wishes) {
    this.wishes = wishes;
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.put(
                ONE + "/regions",
                "updateCrdbLocalProperties",
                "Changes an Active-Active database, as a whole and in some of its regions")
            .takes(UpdateCrdbBody.class)
            .submits(UpdateCrdb.class, this::update),
        Operation.put(ONE + "/flush", "flushCrdb", "Removes all data of a database")
            .submits(FlushDatabase.class, this::flush));
  }

  private Command update(Call call, UpdateCrdbBody body) {
    int subscription = call.number("subscriptionId");
    int database = call.number("databaseId");
    List<LocalPropertiesBody> regions = requireNonNullElse(body.regions(), List.of());
    for (var region : regions) {
      if (region.contradicts()) {
        return new Contradiction(
            "databaseUpdateRequest",
            new Problem(
                ACTIVE_ACTIVE_MISMATCH_BETWEEN_REQUEST_REGIONS_AND_SUBSCRIPTION_REGIONS,
                "localThroughputMeasurement of region "
                    + region.region()
                    + " names another region. Leave its region out."));
      }
    }
    List<LocalChange> changes = regions.stream().map(LocalPropertiesBody::wish).toList();
    return new UpdateCrdb(
        subscription,
        database,
        wishes.change(body.global()),
        changes,
        requireNonNullElse(body.dryRun(), false));
  }

  private Command flush(Call call) {
    return new FlushDatabase(call.number("subscriptionId"), call.number("databaseId"));
  }
}
