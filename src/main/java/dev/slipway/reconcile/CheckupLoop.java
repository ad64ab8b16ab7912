package dev.slipway.reconcile;

import dev.slipway.reconcile.Checkup.Patient;
import dev.slipway.store.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Makes one pass of checkups after the other, a few databases at a time: each is a moment's work
/// of a Redis, and all at once would be felt by their clients.
public final class CheckupLoop implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(CheckupLoop.class.getName());
  private static final int MOST_AT_ONCE = 8;

  private final Checkup checkup;
  private final Duration period;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final Thread thread;
  private volatile boolean closed;

  /// Not started yet.
  ///
  /// @param period from the end of a pass to the next
  public CheckupLoop(Checkup checkup, Duration period) {
    this.checkup = checkup;
    this.period = period;
    this.thread = Thread.ofVirtual().name("checkup").unstarted(this::run);
  }

  /// Starts it.
  public void start() {
    thread.start();
  }

  private void run() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      while (!closed) {
        pass(threads);
        Thread.sleep(period);
      }
    } catch (InterruptedException _) {
      closed = true;
    }
  }

  private void pass(ExecutorService threads) throws InterruptedException {
    try {
      for (Patient patient : checkup.running()) {
        places.acquire();
        threads.execute(() -> check(patient));
      }
    } catch (RuntimeException e) {
      tell("databases are not asked for their numbers", e);
    }
  }

  private void check(Patient patient) {
    try {
      checkup.check(patient);
    } catch (RuntimeException e) {
      tell("database " + patient.row().id() + " is checked again later", e);
    } finally {
      places.release();
    }
  }

  private void tell(String what, RuntimeException why) {
    if (!closed) {
      StoreUnavailable.tell(LOG, what, why);
    }
  }

  /// Ends it; a checkup that is running is broken off, and nobody misses it.
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
