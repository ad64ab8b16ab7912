package dev.slipway.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.command.Outcome;
import dev.slipway.model.Bell;
import dev.slipway.model.Caller;
import dev.slipway.model.Command;
import dev.slipway.model.DeleteSubscription;
import dev.slipway.model.Failpoints;
import dev.slipway.model.Limits;
import dev.slipway.model.TaskId;
import dev.slipway.store.CommandText;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import dev.slipway.store.sql.SqliteStore;
import dev.slipway.store.sql.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The loop beside a store that fails now and then in a way that nobody has thought of.
final class WorkerLoopTest {
  @TempDir Path folder;

  private final Bell bell = new Bell();
  private final BlockingQueue<TaskId> finished = new LinkedBlockingQueue<>();
  private final AtomicInteger brokenClaims = new AtomicInteger();
  private final AtomicInteger brokenVerdicts = new AtomicInteger();
  private Store store;
  private Caller caller;
  private WorkerLoop loop;

  @BeforeEach
  void start() {
    Stores.inline(folder).close();
    store = SqliteStore.open(folder.resolve("slipway.db"), Stores.box());
    caller = Stores.addAccount(store, 1);
    TaskWorker worker =
        new TaskWorker(
            new FailingStore(),
            (_, _, _, _) -> new Outcome.Accepted(1, null),
            Limits.standard(),
            () -> Stores.START,
            "living",
            Failpoints.OFF,
            task -> finished.add(task.id()));
    loop = WorkerLoop.start(worker, bell);
  }

  @AfterEach
  void close() {
    loop.close();
    store.close();
  }

  @Test
  void verdictThatCannotBeWrittenIsTriedAgain() throws InterruptedException {
    brokenVerdicts.set(2); // that of the command, and the one that says that it broke

    TaskId task = submit();

    assertThat(finished.poll(20, TimeUnit.SECONDS)).isEqualTo(task);
  }

  @Test
  void tasksAreClaimedAgainAfterAnError() throws InterruptedException {
    brokenClaims.set(1);

    TaskId task = submit();

    assertThat(finished.poll(20, TimeUnit.SECONDS)).isEqualTo(task);
  }

  private TaskId submit() {
    TaskQueue queue =
        new TaskQueue(
            store,
            Limits.standard(),
            () -> Stores.START,
            UUID::randomUUID,
            Failpoints.OFF,
            bell,
            new Verdicts(Duration.ZERO));
    return queue.submit(caller, new DeleteSubscription(1), Optional.empty()).task().id();
  }

  /// Claims are notes, verdicts are writes.
  private final class FailingStore implements Store {
    @Override
    public <T> T read(Function<Tx, T> work) {
      return store.read(work);
    }

    @Override
    public <T> T write(Function<Tx, T> work) {
      failWhile(brokenVerdicts);
      return store.write(work);
    }

    @Override
    public <T> T note(Function<Tx, T> work) {
      failWhile(brokenClaims);
      return store.note(work);
    }

    @Override
    public CommandText text(Command command) {
      return store.text(command);
    }

    private static void failWhile(AtomicInteger failures) {
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new StackOverflowError();
      }
    }

    @Override
    public void close() {}
  }
}
