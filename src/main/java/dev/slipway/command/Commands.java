package dev.slipway.command;

import dev.slipway.model.AccountId;
import dev.slipway.model.Command;
import dev.slipway.store.Tx;
import java.time.Instant;

/// Runs a command on the rows: the seam between a task and what it asks for.
@FunctionalInterface
public interface Commands {
  /// Checks the command against the account's rows and changes them, or refuses and changes none.
  Outcome run(Command command, AccountId account, Tx tx, Instant now);
}
