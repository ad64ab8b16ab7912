package dev.slipway.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.Account;
import dev.slipway.model.AccountId;
import dev.slipway.model.Kind;
import dev.slipway.store.Store;
import dev.slipway.store.StoreUnavailable;
import dev.slipway.store.Tx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest {
  private static final long LOG_LIMIT = 64L << 20;

  @TempDir Path folder;

  @Test
  void workThatThrowsLeavesNothingBehind() {
    try (Store store = open()) {
      assertThatThrownBy(() -> store.write(tx -> failAfter(tx.ids().next(Kind.DATABASE))))
          .hasMessage("after 10001");

      assertThat(store.<Integer>write(tx -> tx.ids().next(Kind.DATABASE))).isEqualTo(10_001);
    }
  }

  @Test
  void memberOfAGroupThatThrowsTakesOnlyItselfBack() throws Exception {
    try (Store store = open();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        boolean fails = i % 2 == 0;
        all.add(
            threads.submit(
                () ->
                    store.write(
                        tx -> {
                          int id = tx.ids().next(Kind.DATABASE);
                          return fails ? failAfter(id) : id;
                        })));
      }
      List<Integer> kept = new ArrayList<>();
      for (int i = 1; i < 200; i += 2) {
        kept.add(all.get(i).get());
      }

      assertThat(kept)
          .containsExactlyInAnyOrderElementsOf(IntStream.range(10_001, 10_101).boxed().toList());
    }
  }

  @Test
  void idsGoOnAfterTheStoreWasClosed() {
    try (Store store = open()) {
      store.write(tx -> tx.ids().next(Kind.DATABASE));
    }
    try (Store store = open()) {
      assertThat(store.<Integer>write(tx -> tx.ids().next(Kind.DATABASE))).isEqualTo(10_002);
    }
  }

  @Test
  void schemaOfANewerProgramIsRefused() {
    open().close();
    try (Sql sql = new SqliteFile(file(), true).writing()) {
      sql.update("UPDATE flyway_schema_history SET version = '99' WHERE version IS NOT NULL");
    }

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("schema 99");
  }

  @Test
  void connectionsThatWriteSyncEveryCommit() {
    open().close();
    try (Sql sql = new SqliteFile(file(), true).writing()) {
      assertThat(sql.number("PRAGMA synchronous")).isEqualTo(2);
      assertThat(sql.first("PRAGMA journal_mode", row -> row.text("journal_mode"))).contains("wal");
    }
  }

  @Test
  void writeIsCommittedWithAFullSyncAlsoAfterANote() {
    try (SqliteStore store = SqliteStore.open(file(), Stores.box())) {
      store.note(tx -> tx.ids().nextAccount());

      assertThat(store.pragmas()).isEqualTo("journal_mode=wal synchronous=2");
    }
  }

  @Test
  void writeAheadLogIsCutBackToItsLimit() throws Exception {
    try (Store store = open()) {
      store.write(tx -> addAccounts(tx, 1, 80, "x".repeat(1 << 20)));
      assertThat(Files.size(writeAheadLog())).isGreaterThan(LOG_LIMIT);

      store.write(tx -> addAccounts(tx, 81, 1, "small"));
      store.write(tx -> addAccounts(tx, 82, 1, "small"));

      assertThat(Files.size(writeAheadLog())).isLessThanOrEqualTo(LOG_LIMIT);
    }
  }

  private Path writeAheadLog() {
    return file().resolveSibling(file().getFileName() + "-wal");
  }

  private static boolean addAccounts(Tx tx, int from, int count, String name) {
    IntStream.range(from, from + count)
        .mapToObj(
            id -> new Account(new AccountId(id), name, Account.Plan.FLEXIBLE, true, Instant.EPOCH))
        .forEach(account -> tx.accounts().add(account, "key-" + account.id()));
    return true;
  }

  @Test
  void fileThatIsNoDatabaseIsRefusedWithItsName() throws Exception {
    Files.writeString(file(), "this is a text, and a text is not a database of rows at all");

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("slipway.db");
  }

  private Store open() {
    return SqliteStore.open(file(), Stores.box());
  }

  private Path file() {
    return folder.resolve("slipway.db");
  }

  private static Integer failAfter(int id) {
    throw new IllegalArgumentException("after " + id);
  }
}
