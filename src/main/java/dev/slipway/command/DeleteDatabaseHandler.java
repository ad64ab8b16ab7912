package dev.slipway.command;

import dev.slipway.model.DeleteDatabase;
import dev.slipway.model.Status;

/// Takes a database down with its data. Its subscription keeps its capacity and its status.
///
/// Refuses with SUBSCRIPTION_NOT_FOUND, DATABASE_NOT_FOUND, DATABASE_SUBSCRIPTION_MISMATCH,
/// DATABASE_NOT_ACTIVE and SUBSCRIPTION_NOT_ACTIVE; a database or subscription in error is no
/// reason to refuse.
record DeleteDatabaseHandler(StatusRules status) {
  Outcome run(DeleteDatabase command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    var database = turn.database(subscription, command.databaseId());
    status.deletable(database, turn.now());
    status.deletable(subscription, turn.now());
    turn.tx().databases().want(database, database.spec(), new Status.Deleting(), turn.now());
    return Outcome.Accepted.resource(database.id());
  }
}
