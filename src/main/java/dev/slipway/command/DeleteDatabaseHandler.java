package dev.slipway.command;

import dev.slipway.model.DeleteDatabase;
import dev.slipway.model.Status;

/// Takes a database down with its data. Its subscription keeps its capacity and its status, and a
/// redirection that has not come to its end fails.
///
/// Refuses with SUBSCRIPTION_NOT_FOUND, DATABASE_NOT_FOUND, DATABASE_SUBSCRIPTION_MISMATCH,
/// DATABASE_NOT_ACTIVE and SUBSCRIPTION_NOT_ACTIVE; a database or subscription in error is no
/// reason to refuse.
record DeleteDatabaseHandler(StatusRules status) {
  Outcome run(DeleteDatabase command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    var database = turn.database(subscription, command.databaseId());
    status.deletable(database, turn);
    status.deletable(subscription, turn);
    turn.tx().databases().want(database, database.spec(), new Status.Deleting(), turn.now());
    turn.tx().redirections().of(turn.account(), database.id()).stream()
        .filter(redirection -> redirection.runs(turn.now()))
        .forEach(
            running -> turn.tx().redirections().put(turn.account(), running.failed(turn.now())));
    return Outcome.Accepted.resource(database.id());
  }
}
