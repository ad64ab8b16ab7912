package dev.slipway.task;

import dev.slipway.command.Commands;
import dev.slipway.command.Outcome;
import dev.slipway.model.Caller;
import dev.slipway.model.Claim;
import dev.slipway.model.DeleteSubscription;
import dev.slipway.model.Failpoints;
import dev.slipway.model.Kind;
import dev.slipway.model.Limits;
import dev.slipway.model.LimitsDraft;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Task;
import dev.slipway.store.Store;
import dev.slipway.store.StoreUnavailable;
import dev.slipway.store.Tasks;
import dev.slipway.store.sql.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test of one account's lane and of the worker that takes from it.
abstract class LaneTest {
  @TempDir Path folder;
  Store store;
  Caller caller;
  Instant now = Stores.START;
  final List<Integer> handled = new ArrayList<>();
  private int lastId;

  @BeforeEach
  void open() {
    store = Stores.inline(folder);
    caller = Stores.addAccount(store, 1);
  }

  @AfterEach
  void close() {
    store.close();
  }

  Task submit(int subscription) {
    return queue(10).submit(caller, new DeleteSubscription(subscription), Optional.empty()).task();
  }

  Submitted submit(int subscription, String key, String body) {
    return queue(10)
        .submit(
            caller,
            new DeleteSubscription(subscription),
            Optional.of(new Tasks.Idempotency("DELETE /x", key, body)));
  }

  TaskQueue queue(int depth) {
    LimitsDraft draft = new LimitsDraft();
    draft.laneDepth = depth;
    return new TaskQueue(
        store,
        draft.limits(),
        () -> now,
        () -> new UUID(0, ++lastId),
        Failpoints.OFF,
        () -> {},
        new Verdicts(Duration.ZERO));
  }

  TaskWorker worker() {
    return worker("living");
  }

  TaskWorker worker(String owner) {
    return new TaskWorker(
        store, commands(), Limits.standard(), () -> now, owner, Failpoints.OFF, _ -> {});
  }

  /// 404 is refused, 500 breaks after it has written, 501 breaks with an Error, 503 finds the disk
  /// full, 507 needs an id, anything else is accepted.
  Commands commands() {
    return (command, _, tx, _) -> {
      int id = ((DeleteSubscription) command).subscriptionId();
      handled.add(id);
      return switch (id) {
        case 404 ->
            new Outcome.Rejected(new Problem(ProblemType.SUBSCRIPTION_NOT_FOUND, "no such"));
        case 503 -> throw new StoreUnavailable("the disk is full", new IllegalStateException());
        case 501 -> throw new StackOverflowError();
        case 507 -> new Outcome.Accepted(tx.ids().next(Kind.DATABASE), null);
        case 500 -> throw new IllegalStateException("after " + tx.ids().next(Kind.DATABASE));
        default -> new Outcome.Accepted(id, null);
      };
    };
  }

  void runAll() {
    TaskWorker worker = worker();
    List<Claim> claims = worker.claim(10);
    while (!claims.isEmpty()) {
      claims.forEach(worker::process);
      claims = worker.claim(10);
    }
  }

  void runOne() {
    TaskWorker worker = worker();
    worker.claim(1).forEach(worker::process);
  }

  Task read(Task task) {
    return store.read(tx -> tx.tasks().find(task.account(), task.id()).orElseThrow());
  }

  List<Task> recent() {
    return store.read(
        tx ->
            tx.tasks()
                .recent(
                    caller.account().id(),
                    now.minus(Limits.standard().taskRetention().plusDays(400)),
                    100));
  }
}
