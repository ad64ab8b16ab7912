package dev.slipway.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.AccountId;
import dev.slipway.model.Claim;
import dev.slipway.model.Secret;
import dev.slipway.model.Task;
import dev.slipway.model.TaskState;
import dev.slipway.model.UpdateDatabase;
import dev.slipway.model.UserKey;
import dev.slipway.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stores of earlier schemas, each as a text in `stores`.
final class OldStoreTest {
  private static final AccountId ACCOUNT = new AccountId(1);

  @TempDir Path folder;

  @BeforeEach
  void layOut() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/stores/schema-1.sql");
        Sql sql = new SqliteFile(file(), true).writing()) {
      String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String statement : script.split(";\n")) {
        if (!statement.isBlank()) {
          sql.run(statement);
        }
      }
    }
  }

  @Test
  void tasksReadBackAsTheyWere() {
    try (Store store = open()) {
      List<Task> tasks = store.read(tx -> tx.tasks().recent(ACCOUNT, Instant.EPOCH, 10));

      assertThat(tasks)
          .extracting(Task::state)
          .containsExactly(new TaskState.Received(), new TaskState.Completed(10_001, null));
      assertThat(tasks).extracting(task -> password(task)).containsOnly(new Secret("another-one"));
    }
  }

  @Test
  void waitingTaskIsClaimed() {
    try (Store store = open()) {
      Claim claim = store.write(tx -> tx.lanes().claim(ACCOUNT, "me", Stores.START)).orElseThrow();

      assertThat(claim.task().number()).isEqualTo(2);
    }
  }

  @Test
  void idempotencyKeyIsStillKnown() {
    try (Store store = open()) {
      var replay = store.read(tx -> tx.tasks().replay(ACCOUNT, "PUT /x", "again"));

      assertThat(replay.orElseThrow().bodyHash()).isEqualTo("hash");
    }
  }

  @Test
  void resourcesReadBackAsTheyWere() {
    try (Store store = open()) {
      var database = store.read(tx -> tx.databases().find(ACCOUNT, 10_001)).orElseThrow();

      assertThat(database.spec().name()).isEqualTo("cache");
      assertThat(database.spec().access().password()).isEqualTo(new Secret("of-the-first-release"));
      var subscription = store.read(tx -> tx.subscriptions().find(ACCOUNT, 10_001)).orElseThrow();
      assertThat(subscription.spec().name()).isEqualTo("shop");
      assertThat(subscription.spec().activeActive()).isFalse();
    }
  }

  @Test
  void userKeyIsNumberedAndTheNextOneFollows() {
    try (Store store = open()) {
      UserKey old = store.read(tx -> tx.accounts().keys(ACCOUNT)).getFirst();

      assertThat(old.id()).isEqualTo(10_001);
      assertThat(old.name()).isEqualTo("a-user-key");
      assertThat(old.allowedSources()).containsExactly("0.0.0.0/0");
      int next =
          store.write(
              tx ->
                  tx.accounts()
                      .addKey(ACCOUNT, old.userId(), "b", "hash", List.of(), Stores.START));
      assertThat(next).isEqualTo(10_002);
    }
  }

  @Test
  void fileIsKeptAsItWas() {
    open().close();

    try (Sql sql = new SqliteFile(folder.resolve("slipway.db.schema-1"), true).reading()) {
      assertThat(sql.number("SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history"))
          .isEqualTo(1);
      assertThat(sql.number("SELECT count(*) FROM task")).isEqualTo(2);
    }
  }

  @Test
  void keptFileIsItsOwnersAlone() throws IOException {
    open().close();

    assertThat(Files.getPosixFilePermissions(folder.resolve("slipway.db.schema-1")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  private static @Nullable Secret password(Task task) {
    return ((UpdateDatabase) task.command()).change().password();
  }

  private Store open() {
    return SqliteStore.open(file(), Stores.box());
  }

  private Path file() {
    return folder.resolve("slipway.db");
  }
}
