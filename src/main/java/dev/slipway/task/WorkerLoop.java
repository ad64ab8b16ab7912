package dev.slipway.task;

import dev.slipway.model.Bell;
import dev.slipway.model.Claim;
import dev.slipway.store.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Runs the worker on threads: one claims whenever the bell rings, and each claimed task is
/// processed on a virtual thread of its own. A claim is kept until its verdict is written: given
/// up, it would close its lane until the next start.
public final class WorkerLoop implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WorkerLoop.class.getName());
  private static final int MOST_AT_ONCE = 64;
  private static final Duration TIMER = Duration.ofSeconds(1);
  private static final Duration LAST_VERDICTS = Duration.ofSeconds(3);

  private final TaskWorker worker;
  private final Bell bell;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final ExecutorService processing = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread thread;
  private volatile boolean closed;

  private WorkerLoop(TaskWorker worker, Bell bell) {
    this.worker = worker;
    this.bell = bell;
    this.thread = Thread.ofVirtual().name("lanes").unstarted(this::run);
  }

  /// Starts it.
  public static WorkerLoop start(TaskWorker worker, Bell bell) {
    WorkerLoop loop = new WorkerLoop(worker, bell);
    loop.thread.start();
    return loop;
  }

  private void run() {
    while (!closed) {
      try {
        if (!claimSome()) {
          bell.await(TIMER);
        }
      } catch (InterruptedException e) {
        closed = true;
      } catch (StoreUnavailable e) {
        LOG.log(System.Logger.Level.ERROR, "no task can be claimed now: " + e.getMessage());
        pause();
      } catch (RuntimeException | Error e) {
        LOG.log(System.Logger.Level.ERROR, "no task can be claimed now", e);
        pause();
      }
    }
  }

  private boolean claimSome() throws InterruptedException {
    places.acquire();
    int most = 1 + places.drainPermits();
    List<Claim> claims = List.of();
    try {
      claims = worker.claim(most);
    } finally {
      places.release(most - claims.size());
    }
    claims.forEach(claim -> processing.execute(() -> process(claim)));
    return !claims.isEmpty();
  }

  private void process(Claim claim) {
    try {
      while (!closed && !processed(claim)) {
        pause();
      }
    } finally {
      places.release();
      bell.run();
    }
  }

  private boolean processed(Claim claim) {
    try {
      worker.process(claim);
      return true;
    } catch (StoreUnavailable e) {
      LOG.log(
          System.Logger.Level.ERROR,
          "task " + claim.task().id() + " keeps waiting for its verdict: " + e.getMessage());
      return false;
    } catch (RuntimeException | Error e) {
      LOG.log(
          System.Logger.Level.ERROR,
          "task " + claim.task().id() + " keeps waiting for its verdict",
          e);
      return false;
    }
  }

  /// Not at the bell: a ring may be another one's.
  private void pause() {
    try {
      Thread.sleep(TIMER);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /// Ends after the transactions that are running, or after three seconds: a task without a verdict
  /// is claimed again by the next start.
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    processing.shutdown();
    try {
      if (!processing.awaitTermination(LAST_VERDICTS.toSeconds(), TimeUnit.SECONDS)) {
        LOG.log(System.Logger.Level.WARNING, "a task was left without its verdict");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
