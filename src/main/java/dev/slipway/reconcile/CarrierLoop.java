package dev.slipway.reconcile;

import dev.slipway.model.Bell;
import dev.slipway.model.Transfer;
import dev.slipway.store.StoreUnavailable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Runs the carrier on threads: one looks at the rows whenever the bell rings, and each backup and
/// import is done on a virtual thread of its own.
public final class CarrierLoop implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(CarrierLoop.class.getName());
  private static final Duration TIMER = Duration.ofSeconds(1);
  private static final Duration LAST_STEPS = Duration.ofSeconds(2);

  private final Carrier carrier;
  private final Bell bell;
  private final Map<Transfer.Key, Future<?>> running = new ConcurrentHashMap<>();
  private final ExecutorService transfers = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread thread;
  private volatile boolean closed;

  /// Not started yet.
  ///
  /// @param bell rung when a backup or an import was asked for
  public CarrierLoop(Carrier carrier, Bell bell) {
    this.carrier = carrier;
    this.bell = bell;
    this.thread = Thread.ofVirtual().name("carrier").unstarted(this::run);
  }

  /// Starts it, when every database that an earlier run has left was looked at: one may have to
  /// come up before its import is begun again.
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!closed) {
        look();
        bell.await(TIMER);
      }
    } catch (InterruptedException | RejectedExecutionException _) {
      closed = true;
    }
  }

  private void look() {
    try {
      carrier.order();
      carrier.gone(running.keySet()).forEach(this::breakOff);
      carrier.next(running.keySet()).forEach(this::begin);
    } catch (RejectedExecutionException e) {
      throw e;
    } catch (RuntimeException e) {
      StoreUnavailable.tell(LOG, "backups and imports wait", e);
    }
  }

  private void begin(Transfer transfer) {
    running.computeIfAbsent(transfer.key(), _ -> transfers.submit(() -> carry(transfer)));
  }

  /// It may be waiting for a storage that sends a byte now and then.
  private void breakOff(Transfer.Key key) {
    Future<?> transfer = running.get(key);
    if (transfer != null) {
      transfer.cancel(true);
    }
  }

  private void carry(Transfer transfer) {
    try {
      if (carrier.begin(transfer)) {
        end(transfer, carrier.carry(transfer));
        bell.run();
      }
    } catch (RuntimeException e) {
      if (!closed) {
        // The timer has it begun again. The bell would at once, without end on a full disk.
        StoreUnavailable.tell(LOG, transfer.key() + " is begun again", e);
      }
    } finally {
      running.remove(transfer.key());
    }
  }

  /// Writes down how one ended, as soon as the store takes it: an import that was done twice would
  /// undo what clients have written since. What a closing broke off has not ended.
  private void end(Transfer transfer, Transfer.State state) {
    boolean over = closed && !(state instanceof Transfer.State.Succeeded);
    while (!over) {
      try {
        carrier.end(transfer, state);
        return;
      } catch (StoreUnavailable e) {
        StoreUnavailable.tell(LOG, transfer.key() + " ended and cannot be written down", e);
        LockSupport.parkNanos(TIMER.toNanos());
        over = closed;
      }
    }
  }

  /// Breaks off what is running: the next start begins it again.
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    transfers.shutdownNow();
    try {
      if (!transfers.awaitTermination(LAST_STEPS.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(System.Logger.Level.WARNING, "a backup or an import was left in the middle");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
