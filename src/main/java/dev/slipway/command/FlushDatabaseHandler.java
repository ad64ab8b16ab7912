package dev.slipway.command;

import dev.slipway.model.DatabaseCommand.FlushDatabase;
import dev.slipway.model.Status;

/// Removes all data of a database that is active, in all its regions.
///
/// Refuses with SUBSCRIPTION_NOT_FOUND, DATABASE_NOT_FOUND, DATABASE_SUBSCRIPTION_MISMATCH,
/// SUBSCRIPTION_NOT_ACTIVE and DATABASE_NOT_ACTIVE.
final class FlushDatabaseHandler {
  private FlushDatabaseHandler() {}

  static Outcome run(FlushDatabase command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    var database = turn.database(subscription, command.databaseId());
    StatusRules.active(subscription, turn);
    StatusRules.active(database, turn);
    var flushing = new Status.Changing(Status.Changing.FLUSH);
    turn.tx().databases().want(database, database.spec(), flushing, turn.now());
    return Outcome.Accepted.resource(database.id());
  }
}
