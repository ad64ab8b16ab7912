package dev.slipway.reconcile;

import dev.slipway.model.Bell;
import dev.slipway.model.Ref;
import dev.slipway.reconcile.Rounds.Round;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Runs the reconciler on threads: one makes the {@link Rounds}, and each due resource is visited
/// on a virtual thread of its own, with a bounded number of steps at once. Most of a step is
/// waiting, for a Redis that hangs up to seconds: there are as many places as that deaths need not
/// queue behind it.
public final class ReconcilerLoop implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ReconcilerLoop.class.getName());
  private static final Duration LAST_VISITS = Duration.ofSeconds(3);

  private final Rounds rounds;
  private final Bell bell;
  private final Semaphore places = new Semaphore(Rounds.MOST_AT_ONCE, true);
  private final ExecutorService visits = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread thread;
  private volatile boolean closed;

  /// Not started yet; it may be asked for looks.
  ///
  /// @param doubts told what is suspected and cannot be written
  /// @param caughtUp run when all that an earlier run has left was looked at once
  public ReconcilerLoop(Reconciler reconciler, Doubts doubts, Bell bell, Runnable caughtUp) {
    this.rounds = new Rounds(reconciler, doubts, bell, caughtUp);
    this.bell = bell;
    this.thread = Thread.ofVirtual().name("reconciler").unstarted(this::run);
  }

  /// Starts it.
  public void start() {
    rounds.begin();
    thread.start();
  }

  /// Asks for a look at a resource.
  public void look(Ref ref) {
    rounds.look(ref);
  }

  private void run() {
    try {
      while (!closed) {
        Round round = rounds.next();
        round.due().forEach(ref -> visits.execute(() -> visit(ref)));
        bell.await(round.rest());
      }
    } catch (InterruptedException | RejectedExecutionException e) {
      closed = true;
    }
  }

  private void visit(Ref ref) {
    try {
      for (Optional<Duration> rest = step(ref); rest.isPresent(); rest = step(ref)) {
        Thread.sleep(rest.get());
      }
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private Optional<Duration> step(Ref ref) throws InterruptedException {
    places.acquire();
    try {
      return rounds.step(ref);
    } finally {
      places.release();
    }
  }

  /// Breaks off the visits that are running: whatever they were at is done again by the next start.
  @Override
  public void close() {
    closed = true;
    rounds.end();
    thread.interrupt();
    visits.shutdownNow();
    try {
      if (!visits.awaitTermination(LAST_VISITS.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(
            System.Logger.Level.WARNING,
            "a database could not be left in time: its state is looked at afresh by the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
