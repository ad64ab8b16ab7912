package dev.slipway.command;

import dev.slipway.model.DatabaseCommand.ReadImport;
import dev.slipway.model.NothingYet;

/// Tells how the last import of a database went. None was ever made here.
final class ImportHandler {
  private ImportHandler() {}

  static Outcome read(ReadImport command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    var database = turn.database(subscription, command.databaseId());
    return new Outcome.Accepted(database.id(), new NothingYet());
  }
}
