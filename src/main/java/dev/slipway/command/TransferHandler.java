package dev.slipway.command;

import dev.slipway.model.DatabaseCommand;
import dev.slipway.model.NothingYet;

/// Tells how the last backup or import of a database went. None was ever made here.
final class TransferHandler {
  private TransferHandler() {}

  static Outcome read(DatabaseCommand command, Turn turn) {
    var database = turn.database(turn.subscription(command.subscriptionId()), command.databaseId());
    return new Outcome.Accepted(database.id(), new NothingYet());
  }
}
