package dev.slipway.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.AccountId;
import dev.slipway.model.Claim;
import dev.slipway.model.Contradiction;
import dev.slipway.model.DeleteSubscription;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Task;
import dev.slipway.model.TaskId;
import dev.slipway.model.TaskState;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskRowsTest {
  private static final AccountId ACCOUNT = new AccountId(1);

  @TempDir Path folder;

  @Test
  void requestThatCannotBeReadIsClaimedAsARefusal() {
    try (Store store = Stores.inline(folder)) {
      Stores.addAccount(store, ACCOUNT.value());
      store.write(tx -> add(store, tx, tx.lanes().join(ACCOUNT, 1).orElseThrow().number()));
    }
    try (Sql sql = new SqliteFile(folder.resolve("slipway.db"), false).writing()) {
      sql.update("UPDATE task SET command = 'x'");
    }

    try (Store store = Stores.inline(folder)) {
      Optional<Claim> claim = store.write(tx -> tx.lanes().claim(ACCOUNT, "me", Stores.START));

      assertThat(claim.orElseThrow().task().command())
          .isInstanceOfSatisfying(
              Contradiction.class,
              refusal -> {
                assertThat(refusal.commandType()).isEqualTo("DeleteSubscription");
                assertThat(refusal.problem().type()).isEqualTo(ProblemType.GENERAL_ERROR);
              });
    }
  }

  private static boolean add(Store store, Tx tx, long number) {
    var command = new DeleteSubscription(7);
    tx.tasks()
        .add(
            new Task(
                new TaskId(new UUID(0, 1)),
                ACCOUNT,
                number,
                command,
                new TaskState.Received(),
                0,
                Stores.START,
                Stores.START,
                null,
                "key"),
            store.text(command),
            null);
    return true;
  }
}
