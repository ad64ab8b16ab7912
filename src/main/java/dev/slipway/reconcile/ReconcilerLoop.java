package dev.slipway.reconcile;

import dev.slipway.model.Bell;
import dev.slipway.model.Ref;
import dev.slipway.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Runs the reconciler on threads: one finds what is due, and each due resource is visited on a
/// virtual thread of its own, a bounded number at once. Most of a visit is waiting, for a Redis
/// that hangs up to seconds: there are as many places as that deaths need not queue behind it.
public final class ReconcilerLoop implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ReconcilerLoop.class.getName());
  private static final int MOST_AT_ONCE = 256;
  private static final Duration TIMER = Duration.ofSeconds(1);
  private static final Duration UNREADABLE = Duration.ofSeconds(30);
  private static final Duration AT_LEAST = Duration.ofMillis(1);
  private static final Duration LAST_VISITS = Duration.ofSeconds(3);

  private final Reconciler reconciler;
  private final Bell bell;
  private final Runnable caughtUp;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final Set<Ref> inVisit = ConcurrentHashMap.newKeySet();
  private final Set<Ref> unseen = ConcurrentHashMap.newKeySet();
  private final Set<Ref> suspected = ConcurrentHashMap.newKeySet();
  private final ExecutorService visits = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread thread;
  private Instant clockWas;
  private volatile boolean closed;

  /// Not started yet; it may be asked for looks.
  ///
  /// @param caughtUp run when all that an earlier run has left was looked at once
  public ReconcilerLoop(Reconciler reconciler, Bell bell, Runnable caughtUp) {
    this.reconciler = reconciler;
    this.bell = bell;
    this.caughtUp = caughtUp;
    this.clockWas = reconciler.clock().instant();
    this.thread = Thread.ofVirtual().name("reconciler").unstarted(this::run);
  }

  /// Starts it. What is due now was left by an earlier run of the program.
  public void start() {
    unseen.addAll(reconciler.due(Integer.MAX_VALUE));
    if (unseen.isEmpty()) {
      caughtUp.run();
    }
    thread.start();
  }

  /// Asks for a look at a resource. It is remembered here until the rows say so too, which they
  /// cannot while their disk is full.
  public void look(Ref ref) {
    suspected.add(ref);
    bell.run();
  }

  private void run() {
    while (!closed) {
      try {
        noteClock();
        noteSuspicions();
        if (!visitSome()) {
          bell.await(untilDue());
        }
      } catch (InterruptedException e) {
        closed = true;
      } catch (RuntimeException | Error e) {
        pauseAfter(e);
      }
    }
  }

  /// It is read at least once a second.
  private void noteClock() {
    Instant now = reconciler.clock().instant();
    if (now.isBefore(clockWas.minus(TIMER))) {
      LOG.log(System.Logger.Level.WARNING, "the clock was set back: everything is looked at now");
      reconciler.lookAtAll();
    }
    clockWas = now;
  }

  private void pauseAfter(Throwable failure) {
    if (closed) {
      return; // what was broken off by the end did not fail
    }
    if (failure instanceof StoreUnavailable) {
      LOG.log(System.Logger.Level.ERROR, "nothing can be reconciled now: " + failure.getMessage());
    } else {
      LOG.log(System.Logger.Level.ERROR, "nothing can be reconciled now", failure);
    }
    try {
      bell.await(TIMER);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private void noteSuspicions() {
    List<Ref> refs = List.copyOf(suspected);
    if (refs.isEmpty()) {
      return;
    }
    // Taken out first: a suspicion that comes while these are noted is another one.
    refs.forEach(suspected::remove);
    try {
      reconciler.look(refs);
    } catch (RuntimeException | Error e) {
      suspected.addAll(refs);
      throw e;
    }
  }

  private boolean visitSome() throws InterruptedException {
    List<Ref> due =
        reconciler.due(MOST_AT_ONCE + inVisit.size()).stream()
            .filter(ref -> !inVisit.contains(ref))
            .toList();
    for (Ref ref : due) {
      places.acquire();
      inVisit.add(ref);
      visits.execute(() -> visit(ref));
    }
    return !due.isEmpty();
  }

  private void visit(Ref ref) {
    try {
      reconciler.visit(ref).ifPresent(visit -> stepThrough(ref, visit));
      seen(ref);
    } catch (StoreUnavailable e) {
      waitForStore(ref, e);
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, ref + " cannot be visited; it is tried again later", e);
      putOff(ref);
      seen(ref);
    } finally {
      inVisit.remove(ref);
      places.release();
      bell.run();
    }
  }

  private void seen(Ref ref) {
    if (unseen.remove(ref) && unseen.isEmpty()) {
      caughtUp.run();
    }
  }

  /// Whatever is wrong with a row, such as a text that cannot be read, stays wrong for a while.
  private void putOff(Ref ref) {
    try {
      reconciler.putOff(ref, UNREADABLE);
    } catch (StoreUnavailable e) {
      waitForStore(ref, e);
    }
  }

  private void stepThrough(Ref ref, Visit visit) {
    boolean more = true;
    while (more && !closed) {
      more = step(ref, visit);
    }
  }

  /// A visit goes on when the store comes back: it still has the lease.
  private boolean step(Ref ref, Visit visit) {
    try {
      return visit.step();
    } catch (StoreUnavailable e) {
      waitForStore(ref, e);
      return true;
    } catch (RuntimeException | Error e) {
      if (!closed) {
        LOG.log(System.Logger.Level.ERROR, "the visit to " + ref + " broke off", e);
        visit.giveBack(TIMER);
      }
      return false;
    }
  }

  /// Without the pause a full disk would be tried without end, and its log filled.
  private void waitForStore(Ref ref, StoreUnavailable reason) {
    if (closed) {
      return; // the wait was broken off by the end
    }
    LOG.log(System.Logger.Level.ERROR, ref + " cannot be reconciled now: " + reason.getMessage());
    try {
      Thread.sleep(TIMER);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private Duration untilDue() {
    Duration until = reconciler.untilDue().orElse(TIMER);
    return until.compareTo(AT_LEAST) < 0 ? AT_LEAST : until.compareTo(TIMER) > 0 ? TIMER : until;
  }

  /// Breaks off the visits that are running: whatever they were at is done again by the next start.
  @Override
  public void close() {
    closed = true;
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
