package dev.slipway.task;

import dev.slipway.model.Bell;
import dev.slipway.model.Claim;
import dev.slipway.task.PatientWorker.Claimed;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Runs the worker on threads: one claims whenever the bell rings, and each claimed task is
/// processed on a virtual thread of its own. What is done, and what after a failure, {@link
/// PatientWorker} decides; here is only who waits where.
public final class WorkerLoop implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WorkerLoop.class.getName());
  private static final int MOST_AT_ONCE = 64;
  private static final Duration TIMER = Duration.ofSeconds(1);
  private static final Duration LAST_VERDICTS = Duration.ofSeconds(3);

  private final PatientWorker worker;
  private final Bell bell;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final ExecutorService processing = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread thread;
  private volatile boolean closed;

  private WorkerLoop(TaskWorker worker, Bell bell) {
    this.worker = new PatientWorker(worker);
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
    try {
      while (!closed) {
        claimSome();
      }
    } catch (InterruptedException | RejectedExecutionException e) {
      closed = true;
    }
  }

  private void claimSome() throws InterruptedException {
    places.acquire();
    int most = 1 + places.drainPermits();
    Claimed claimed = worker.claim(most);
    places.release(most - claimed.claims().size());
    claimed.claims().forEach(claim -> processing.execute(() -> process(claim)));
    if (claimed.rest().isPositive()) {
      Thread.sleep(claimed.rest()); // not at the bell: a ring may be another one's
    } else if (claimed.claims().isEmpty()) {
      bell.await(TIMER);
    }
  }

  private void process(Claim claim) {
    try {
      while (!closed) {
        Optional<Duration> rest = worker.process(claim);
        if (rest.isEmpty()) {
          return;
        }
        Thread.sleep(rest.get());
      }
    } catch (InterruptedException e) {
      closed = true;
    } finally {
      places.release();
      bell.run();
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
