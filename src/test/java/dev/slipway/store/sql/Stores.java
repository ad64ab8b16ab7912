package dev.slipway.store.sql;

import dev.slipway.model.Account;
import dev.slipway.model.AccountId;
import dev.slipway.model.Caller;
import dev.slipway.model.Kind;
import dev.slipway.model.Role;
import dev.slipway.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/// Stores for tests, and accounts in them.
public final class Stores {
  /// When the accounts of tests were made.
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Stores() {}

  /// A box with a fixed key.
  public static SecretBox box() {
    return new SecretBox(new byte[32], new SplittableRandom(1));
  }

  /// A store whose work runs in the caller, on a copy of a file that was migrated once.
  public static Store inline(Path folder) {
    Path file = folder.resolve("slipway.db");
    try {
      if (!Files.exists(file)) {
        Files.write(file, Migrated.BYTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return InlineStore.open(file, box(), false);
  }

  /// Leaves no id of this kind in a store of {@link #inline}.
  public static void giveOutAllIds(Store store, Kind kind) {
    ((InlineStore) store)
        .sql()
        .update("INSERT OR REPLACE INTO counter VALUES (?, ?)", kind.name(), Integer.MAX_VALUE);
  }

  private static final class Migrated {
    static final byte[] BYTES = migrate();

    private static byte[] migrate() {
      try {
        Path folder = Files.createTempDirectory("slipway-template");
        Path file = folder.resolve("slipway.db");
        InlineStore.open(file, box(), false).close();
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        Files.delete(folder);
        return bytes;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Adds an account with an owner, whose keys hash to `account-n` and `user-n`.
  public static Caller addAccount(Store store, int number) {
    Account account =
        new Account(new AccountId(number), "account " + number, Account.Plan.FLEXIBLE, true, START);
    return store.write(
        tx -> {
          tx.accounts().add(account, "account-" + number);
          int user =
              tx.accounts().addUser(account.id(), "Owner", "o@example.com", Role.OWNER, START);
          tx.accounts()
              .addKey(
                  account.id(), user, "a-user-key", "user-" + number, List.of("0.0.0.0/0"), START);
          return tx.accounts().caller("account-" + number, "user-" + number).orElseThrow();
        });
  }
}
