package dev.slipway.command;

import dev.slipway.model.AccountId;
import dev.slipway.model.ActiveActiveCommand.UpdateCrdb;
import dev.slipway.model.Command;
import dev.slipway.model.DatabaseChange;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.MemoryInUse;
import dev.slipway.model.Resource;
import dev.slipway.model.UpdateDatabase;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.time.Instant;
import java.util.OptionalLong;

/// Weighs a database before a command that makes it smaller: its row then says what it uses now,
/// where what the reconciler saw may be half a minute old. The rule itself reads the row: {@link
/// SizeRules#holdsItsData}.
///
/// @param commands what is run
/// @param memory asked outside of any transaction, since it is the world
public record Weighed(Commands commands, Store store, MemoryInUse memory) implements Commands {
  @Override
  public void prepare(Command command, AccountId account) {
    switch (command) {
      case UpdateDatabase update -> weigh(account, update.databaseId(), update.change());
      case UpdateCrdb update -> weigh(account, update.databaseId(), update.change());
      default -> {}
    }
  }

  @Override
  public Outcome run(Command command, AccountId account, Tx tx, Instant now) {
    return commands.run(command, account, tx, now);
  }

  private void weigh(AccountId account, int id, DatabaseChange change) {
    boolean shrinks =
        store
            .read(tx -> tx.databases().find(account, id))
            .map(Resource::spec)
            .filter(before -> SizeRules.shrinks(before, change.applyTo(before)))
            .isPresent();
    OptionalLong bytes = shrinks ? memory.of(id) : OptionalLong.empty();
    if (bytes.isPresent()) {
      store.note(tx -> noted(tx, account, id, bytes.getAsLong()));
    }
  }

  private static boolean noted(Tx tx, AccountId account, int id, long bytes) {
    Resource<DatabaseSpec> database = tx.databases().find(account, id).orElse(null);
    if (database == null || database.facts() == null) {
      return false; // never seen: there is nothing to be too small for
    }
    tx.databases().seen(database, database.facts().using(bytes));
    return true;
  }
}
