package dev.slipway.command;

import dev.slipway.model.DatabaseCommand.ReadBackup;
import dev.slipway.model.NothingYet;

/// Tells how the last backup of a database went. None was ever made here.
final class BackupHandler {
  private BackupHandler() {}

  static Outcome read(ReadBackup command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    var database = turn.database(subscription, command.databaseId());
    return new Outcome.Accepted(database.id(), new NothingYet());
  }
}
