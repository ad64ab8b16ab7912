package dev.slipway.proof.simulation;

import dev.slipway.model.Account;
import dev.slipway.model.AccountId;
import dev.slipway.model.Caller;
import dev.slipway.model.Role;
import dev.slipway.store.sql.ChangeLog;
import dev.slipway.store.sql.Documents;
import dev.slipway.store.sql.InlineStore;
import dev.slipway.store.sql.SecretBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A folder in memory, where there is one, with a store that has some accounts and nothing else. A
/// seed gets a copy: that is quicker than making one.
final class Workspace implements AutoCloseable {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final int ACCOUNTS = 3;
  private static final int KEY_BYTES = 32;
  private static final Instant FOUNDED = Instant.parse("2025-12-01T00:00:00Z");
  private static final String STORE = "store-";

  private final Path folder;
  private final byte[] fresh;
  private final Documents documents =
      new Documents(new SecretBox(new byte[KEY_BYTES], new Random(1)));
  private final List<Caller> callers =
      IntStream.rangeClosed(1, ACCOUNTS).mapToObj(Workspace::caller).toList();

  /// @param change done to the store before it is copied
  Workspace(Consumer<Path> change) {
    try {
      folder =
          Files.isWritable(MEMORY)
              ? Files.createTempDirectory(MEMORY, "slipway-simulation-")
              : Files.createTempDirectory("slipway-simulation-");
      Path file = folder.resolve("fresh");
      try (InlineStore store = InlineStore.open(file, documents, false)) {
        store.write(
            tx -> {
              callers.forEach(
                  caller -> tx.accounts().add(caller.account(), "hash-" + caller.userId()));
              return true;
            });
        ChangeLog.begin(store);
      }
      change.accept(file);
      fresh = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How its stores are read; safe for use by many threads.
  Documents documents() {
    return documents;
  }

  /// One user of each account.
  List<Caller> callers() {
    return callers;
  }

  /// A store for this seed.
  Path freshStore(long seed) {
    try {
      return Files.write(folder.resolve(STORE + seed + "-db"), fresh);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Removes the store of this seed.
  void remove(long seed) {
    removeAll(STORE + seed + "-");
  }

  @Override
  public void close() {
    removeAll("");
    try {
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void removeAll(String prefix) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(path -> path.getFileName().toString().startsWith(prefix)).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Caller caller(int number) {
    Account account =
        new Account(
            new AccountId(number), "account " + number, Account.Plan.FLEXIBLE, true, FOUNDED);
    return new Caller(
        account,
        number,
        "user",
        "user@example.com",
        Role.OWNER,
        "key of " + number,
        List.of(),
        FOUNDED);
  }
}
