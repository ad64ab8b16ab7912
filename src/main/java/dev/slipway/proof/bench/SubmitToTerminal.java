package dev.slipway.proof.bench;

import static dev.slipway.proof.bench.Measured.Limit.atLeast;
import static dev.slipway.proof.bench.Measured.Limit.atMost;

import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.Reply;
import dev.slipway.proof.live.Tenant;
import dev.slipway.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// From the answer to a submit until a poll sees the task's verdict, against one fsynced commit in
/// the same SQLite file.
///
/// Each account sends its next submit 50 ms after the last task ended, more or less: a random pause
/// keeps accounts, which know nothing of each other, from falling into step. That is three times as
/// often as the cloud's limit of 400 requests a minute lets it; without a pause the figure would
/// show how long a saturated processor's queue is.
///
/// @param accounts how many submit at the same time
record SubmitToTerminal(int accounts) implements Figure {
  private static final int WARM_UP = 20_000;
  private static final int SUBMITS = 2_000;
  private static final int COMMITS = 500;
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final long SEED = 1;
  private static final String AT_ONCE = "Prefer: wait=0\r\n";

  @Override
  public String name() {
    return "submit-to-terminal-" + accounts;
  }

  @Override
  public List<Measured> measure(Workbench bench) throws Exception {
    PreparedFolder folder = bench.folder();
    List<Tenant> tenants = folder.addTenants(accounts);
    Seen warmUp = new Seen();
    Seen seen = new Seen();
    try (Program program = bench.serve(folder)) {
      Crowd crowd = Crowd.gather(program, tenants);
      crowd.all(
          (connection, path) ->
              submit(connection, path, WARM_UP / accounts, Duration.ZERO, warmUp));
      Samples commits = commits(folder);
      crowd.all((connection, path) -> submit(connection, path, SUBMITS / accounts, PAUSE, seen));
      return List.of(
          new Measured(
              "submit answered to task terminal, %d accounts, against an fsynced commit"
                  .formatted(accounts),
              seen.waits.median() / commits.median(),
              atMost(6, "x"),
              seen.waits.text() + " against " + commits.text()),
          new Measured(
              "tasks terminal at a first poll at once, %d accounts".formatted(accounts),
              100.0 * seen.atFirst.get() / seen.all.get(),
              atLeast(99, " of 100"),
              seen.atFirst + " of " + seen.all));
    }
  }

  /// What the clients saw.
  private static final class Seen {
    final Samples waits = new Samples();
    final AtomicInteger atFirst = new AtomicInteger();
    final AtomicInteger all = new AtomicInteger();

    void add(long nanos, int polls) {
      waits.add(nanos);
      atFirst.addAndGet(polls == 1 ? 1 : 0);
      all.incrementAndGet();
    }
  }

  private static void submit(
      HttpConnection connection, String path, int times, Duration pause, Seen seen)
      throws IOException {
    Random chance = new Random(SEED ^ path.hashCode());
    for (int i = 0; i < times; i++) {
      LockSupport.parkNanos((long) (2 * pause.toNanos() * chance.nextDouble()));
      Reply reply = connection.send("PUT", path, "{\"name\": \"name-%d\"}".formatted(i), "");
      if (!reply.accepted()) {
        throw new IOException("a submit was answered with " + reply.status());
      }
      long start = System.nanoTime();
      String task = "/v1/tasks/" + reply.taskId();
      int polls = 1;
      while (!terminal(connection.send("GET", task, "", AT_ONCE))) {
        polls++;
      }
      seen.add(System.nanoTime() - start, polls);
    }
  }

  private static boolean terminal(Reply reply) {
    String text = reply.text();
    return text.contains("\"processing-completed\"") || text.contains("\"processing-error\"");
  }

  private static Samples commits(PreparedFolder folder) throws Exception {
    Samples samples = new Samples();
    try (Store store = folder.open(true)) {
      for (int i = 0; i < COMMITS; i++) {
        samples.time(() -> store.write(tx -> tx.ids().nextAccount()));
      }
    }
    return samples;
  }
}
