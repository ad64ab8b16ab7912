package dev.slipway.proof.bench;

import static dev.slipway.proof.bench.Measured.Limit.atMost;

import dev.slipway.model.AccountId;
import dev.slipway.model.DeleteSubscription;
import dev.slipway.model.Task;
import dev.slipway.model.TaskId;
import dev.slipway.model.TaskState;
import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.Tenant;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The task list of an account with 200 tasks in the window, while the store holds a million others
/// or ten thousand: half of another account, half of this one and too old to be shown.
record TaskList() implements Figure {
  private static final int FEW = 10_000;
  private static final int MANY = 1_000_000;
  private static final int SHOWN = 200;
  private static final int WARM_UP = 500;
  private static final int READS = 100;
  private static final int TURNS = 5;
  private static final Duration OLD = Duration.ofDays(11);

  @Override
  public String name() {
    return "task-list";
  }

  @Override
  public List<Measured> measure(Workbench bench) throws Exception {
    PreparedFolder small = bench.folder();
    PreparedFolder large = bench.folder();
    Tenant ofSmall = fill(small, FEW);
    Tenant ofLarge = fill(large, MANY);
    Samples few = new Samples();
    Samples many = new Samples();
    try (Program a = bench.serve(small);
        Program b = bench.serve(large);
        HttpConnection toSmall = Workbench.connect(a, ofSmall);
        HttpConnection toLarge = Workbench.connect(b, ofLarge)) {
      read(toSmall, WARM_UP, new Samples());
      read(toLarge, WARM_UP, new Samples());
      for (int turn = 0; turn < TURNS; turn++) {
        read(toSmall, READS, few);
        read(toLarge, READS, many);
      }
    }
    return List.of(
        new Measured(
            "GET /tasks with 1,000,000 tasks in the store, against 10,000",
            many.median() / few.median(),
            atMost(1.5, "x"),
            many.text() + " against " + few.text()));
  }

  private static void read(HttpConnection connection, int times, Samples samples) throws Exception {
    for (int i = 0; i < times; i++) {
      samples.time(() -> connection.get("/v1/tasks"));
    }
    int shown = connection.get("/v1/tasks").json().path("tasks").size();
    if (shown != SHOWN) {
      throw new IOException("the list shows " + shown + " tasks");
    }
  }

  private static Tenant fill(PreparedFolder folder, int others) {
    List<Tenant> tenants = folder.addTenants(2);
    AccountId own = tenants.getFirst().id();
    AccountId other = tenants.getLast().id();
    Instant now = Instant.now();
    try (Store store = folder.open(false)) {
      store.write(
          tx -> {
            for (int number = 1; number <= others / 2; number++) {
              add(store, tx, task(own, number, now.minus(OLD)));
              add(store, tx, task(other, number, now));
            }
            for (int i = 1; i <= SHOWN; i++) {
              add(store, tx, task(own, others + i, now));
            }
            return true;
          });
    }
    return tenants.getFirst();
  }

  private static void add(Store store, Tx tx, Task task) {
    tx.tasks().add(task, store.text(task.command()), null);
  }

  /// A task that is in no lane, so that no worker takes it.
  private static Task task(AccountId account, int number, Instant at) {
    return new Task(
        new TaskId(new UUID(number, account.value())),
        account,
        number,
        new DeleteSubscription(number),
        new TaskState.Received(),
        0,
        at,
        at,
        null,
        "key-of-proof");
  }
}
