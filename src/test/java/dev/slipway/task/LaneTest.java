package dev.slipway.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.command.Commands;
import dev.slipway.command.Outcome;
import dev.slipway.model.Caller;
import dev.slipway.model.Claim;
import dev.slipway.model.DeleteSubscription;
import dev.slipway.model.Failpoints;
import dev.slipway.model.Kind;
import dev.slipway.model.Limits;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Task;
import dev.slipway.model.TaskState;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LaneTest {
  @TempDir Path folder;
  private Store store;
  private Caller caller;
  private Instant now = Stores.START;
  private final List<Integer> handled = new ArrayList<>();
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

  @Test
  void acceptedTaskIsReadableAndReceived() {
    Task task = submit(7);

    assertThat(read(task).state()).isEqualTo(new TaskState.Received());
  }

  @Test
  void secondTaskOfAnAccountWaitsForTheFirst() {
    submit(1);
    submit(2);
    worker().claim(10);

    assertThat(worker().claim(10)).isEmpty();
  }

  @Test
  void tasksOfTwoAccountsRunBesideEachOther() {
    Caller other = Stores.addAccount(store, 2);
    submit(1);
    queue(10).submit(other, new DeleteSubscription(2), Optional.empty());

    assertThat(worker().claim(10)).hasSize(2);
  }

  @Test
  void tasksAreProcessedInOrderOfAcceptance() {
    submit(3);
    submit(1);
    submit(2);
    runAll();

    assertThat(handled).containsExactly(3, 1, 2);
  }

  @Test
  void refusedTaskFreesTheLane() {
    Task refused = submit(404);
    submit(1);
    runAll();

    assertThat(read(refused).state()).isInstanceOf(TaskState.Failed.class);
    assertThat(handled).containsExactly(404, 1);
  }

  @Test
  void handlerThatThrowsEndsItsTaskAndLeavesNoRows() {
    Task broken = submit(500);
    runAll();

    assertThat(read(broken).state())
        .isInstanceOfSatisfying(
            TaskState.Failed.class,
            failed -> {
              assertThat(failed.problem().type()).isEqualTo(ProblemType.GENERAL_ERROR);
              assertThat(failed.problem().description()).contains(broken.id().toString());
            });
    assertThat(store.<Integer>write(tx -> tx.ids().next(Kind.DATABASE))).isEqualTo(10_001);
  }

  @Test
  void taskKeepsWaitingForItsVerdictWhileTheStoreIsUnavailable() {
    Task task = submit(503);
    Claim claim = worker().claim(1).getFirst();

    assertThatThrownBy(() -> worker().process(claim)).isInstanceOf(StoreUnavailable.class);

    assertThat(read(task).state()).isEqualTo(new TaskState.InProgress());
  }

  @Test
  void taskThatIsInterruptedThreeTimesIsGivenUp() {
    Task poisoned = submit(1);
    for (int i = 0; i < 3; i++) {
      worker("incarnation " + i).claim(1);
      worker("incarnation " + (i + 1)).takeOver();
    }
    runAll();

    assertThat(read(poisoned).state()).isInstanceOf(TaskState.Failed.class);
    assertThat(handled).isEmpty();
  }

  @Test
  void taskOfADeadIncarnationStaysInProgressAndIsNext() {
    Task first = submit(1);
    submit(2);
    worker("dead").claim(1);
    worker("living").takeOver();

    assertThat(read(first).state()).isEqualTo(new TaskState.InProgress());
    assertThat(worker("living").claim(1))
        .extracting(claim -> claim.task().id())
        .contains(first.id());
  }

  @Test
  void workerThatLostItsClaimCannotFinish() {
    Task task = submit(1);
    Claim lost = worker("dead").claim(1).getFirst();
    worker("living").takeOver();
    Claim held = worker("living").claim(1).getFirst();
    worker("dead").process(lost);

    assertThat(read(task).state()).isEqualTo(new TaskState.InProgress());
    worker("living").process(held);
    assertThat(read(task).state()).isEqualTo(new TaskState.Completed(1, null));
  }

  @Test
  void fullLaneRefusesAndStoresNothing() {
    queue(1).submit(caller, new DeleteSubscription(1), Optional.empty());

    assertThatThrownBy(() -> queue(1).submit(caller, new DeleteSubscription(2), Optional.empty()))
        .isInstanceOf(LaneFull.class);
    assertThat(recent()).hasSize(1);
  }

  @Test
  void repeatedKeyGivesTheSameTask() {
    Task first = submit(1, "key", "body").task();
    Submitted second = submit(1, "key", "body");

    assertThat(second.replayed()).isTrue();
    assertThat(second.task().id()).isEqualTo(first.id());
  }

  @Test
  void repeatedKeyWithAnotherBodyIsRefused() {
    submit(1, "key", "body");

    assertThatThrownBy(() -> submit(1, "key", "another body"))
        .isInstanceOf(IdempotencyConflict.class);
  }

  @Test
  void listShowsTheNewestChangeFirst() {
    Task first = submit(1);
    now = now.plusSeconds(1);
    Task second = submit(2);
    now = now.plusSeconds(1);
    runOne();

    assertThat(recent()).extracting(Task::id).containsExactly(first.id(), second.id());
  }

  @Test
  void taskIsKeptForTenDaysAfterItsLastChange() {
    Sweeper sweeper = sweeper();
    submit(1);
    runAll();
    now = now.plus(Duration.ofDays(10));
    sweeper.sweep();
    sweeper.sweep();

    assertThat(recent()).hasSize(1);
    now = now.plusSeconds(1);
    sweeper.sweep();
    assertThat(recent()).isEmpty();
  }

  @Test
  void clockThatJumpsRemovesNothing() {
    Sweeper sweeper = sweeper();
    submit(1);
    runAll();
    now = now.plus(Duration.ofDays(400));

    assertThat(sweeper.sweep()).isZero();
  }

  private Sweeper sweeper() {
    return new Sweeper(store, Limits.standard(), () -> now);
  }

  private Task submit(int subscription) {
    return queue(10).submit(caller, new DeleteSubscription(subscription), Optional.empty()).task();
  }

  private Submitted submit(int subscription, String key, String body) {
    return queue(10)
        .submit(
            caller,
            new DeleteSubscription(subscription),
            Optional.of(new Tasks.Idempotency("DELETE /x", key, body)));
  }

  private TaskQueue queue(int depth) {
    Limits s = Limits.standard();
    Limits limits =
        new Limits(
            depth,
            s.databasesPerSubscription(),
            s.quantity(),
            s.changingSubscriptions(),
            s.taskAttempts(),
            s.taskLease(),
            s.provisioning(),
            s.recovery(),
            s.firstRetry(),
            s.lastRetry(),
            s.driftLook(),
            s.taskRetention(),
            s.taskList(),
            s.capacityStepGb());
    return new TaskQueue(
        store,
        limits,
        () -> now,
        () -> new UUID(0, ++lastId),
        Failpoints.OFF,
        () -> {},
        new Verdicts(Duration.ZERO));
  }

  private TaskWorker worker() {
    return worker("living");
  }

  private TaskWorker worker(String owner) {
    return new TaskWorker(
        store, commands(), Limits.standard(), () -> now, owner, Failpoints.OFF, _ -> {});
  }

  /// 404 is refused, 500 breaks after it has written, 503 finds the disk full, anything else is
  /// accepted.
  private Commands commands() {
    return (command, _, tx, _) -> {
      int id = ((DeleteSubscription) command).subscriptionId();
      handled.add(id);
      return switch (id) {
        case 404 ->
            new Outcome.Rejected(new Problem(ProblemType.SUBSCRIPTION_NOT_FOUND, "no such"));
        case 503 -> throw new StoreUnavailable("the disk is full", new IllegalStateException());
        case 500 -> throw new IllegalStateException("after " + tx.ids().next(Kind.DATABASE));
        default -> new Outcome.Accepted(id, null);
      };
    };
  }

  private void runAll() {
    TaskWorker worker = worker();
    List<Claim> claims = worker.claim(10);
    while (!claims.isEmpty()) {
      claims.forEach(worker::process);
      claims = worker.claim(10);
    }
  }

  private void runOne() {
    TaskWorker worker = worker();
    worker.claim(1).forEach(worker::process);
  }

  private Task read(Task task) {
    return store.read(tx -> tx.tasks().find(task.account(), task.id()).orElseThrow());
  }

  private List<Task> recent() {
    return store.read(
        tx ->
            tx.tasks()
                .recent(
                    caller.account().id(),
                    now.minus(Limits.standard().taskRetention().plusDays(400)),
                    100));
  }
}
