package dev.slipway.command;

import dev.slipway.model.AccountId;
import dev.slipway.model.Command;
import dev.slipway.store.Tx;
import java.time.Instant;

/// Runs a command on the rows: the seam between a task and what it asks for.
@FunctionalInterface
public interface Commands {
  /// Has the rows say what only the world knows and a rule of this command goes by. Called before
  /// the transaction, and so may ask the world, for two seconds at most: only the lane of this
  /// account waits.
  default void prepare(Command command, AccountId account) {}

  /// Checks the command against the account's rows and changes them, or refuses and changes none.
  Outcome run(Command command, AccountId account, Tx tx, Instant now);
}
