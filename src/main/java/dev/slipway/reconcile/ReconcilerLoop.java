package dev.slipway.reconcile;

import dev.slipway.model.Bell;
import dev.slipway.model.Ref;
import dev.slipway.store.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Runs the reconciler on threads: one finds what is due, and each due resource is visited on a
/// virtual thread of its own, a bounded number at once.
public final class ReconcilerLoop implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ReconcilerLoop.class.getName());
  private static final int MOST_AT_ONCE = 32;
  private static final Duration TIMER = Duration.ofSeconds(1);
  private static final Duration UNREADABLE = Duration.ofSeconds(30);
  private static final Duration AT_LEAST = Duration.ofMillis(1);

  private final Reconciler reconciler;
  private final Bell bell;
  private final Runnable caughtUp;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final Set<Ref> inVisit = ConcurrentHashMap.newKeySet();
  private final Set<Ref> unseen = ConcurrentHashMap.newKeySet();
  private final Set<Ref> suspected = ConcurrentHashMap.newKeySet();
  private final ExecutorService visits = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread thread;
  private volatile boolean closed;

  private ReconcilerLoop(Reconciler reconciler, Bell bell, Runnable caughtUp) {
    this.reconciler = reconciler;
    this.bell = bell;
    this.caughtUp = caughtUp;
    this.thread = Thread.ofVirtual().name("reconciler").unstarted(this::run);
  }

  /// Starts it. What is due now was left by an earlier run of the program.
  ///
  /// @param caughtUp run when all of that has been looked at once
  public static ReconcilerLoop start(Reconciler reconciler, Bell bell, Runnable caughtUp) {
    ReconcilerLoop loop = new ReconcilerLoop(reconciler, bell, caughtUp);
    loop.unseen.addAll(reconciler.due(Integer.MAX_VALUE));
    if (loop.unseen.isEmpty()) {
      caughtUp.run();
    }
    loop.thread.start();
    return loop;
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
        noteSuspicions();
        if (!visitSome()) {
          bell.await(untilDue());
        }
      } catch (InterruptedException e) {
        closed = true;
      } catch (StoreUnavailable e) {
        LOG.log(System.Logger.Level.ERROR, "nothing can be reconciled now: " + e.getMessage());
        pause();
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "nothing can be reconciled now", e);
        pause();
      }
    }
  }

  private void noteSuspicions() {
    for (Ref ref : List.copyOf(suspected)) {
      // Taken out first: a suspicion that comes while this one is noted is another one.
      suspected.remove(ref);
      try {
        reconciler.look(ref);
      } catch (StoreUnavailable e) {
        suspected.add(ref);
        throw e;
      }
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
    } catch (StoreUnavailable e) {
      waitForStore(ref, e);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, ref + " cannot be visited; it is tried again later", e);
      putOff(ref);
    } finally {
      if (unseen.remove(ref) && unseen.isEmpty()) {
        caughtUp.run();
      }
      inVisit.remove(ref);
      places.release();
      bell.run();
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
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the visit to " + ref + " broke off", e);
      visit.giveBack(TIMER);
      return false;
    }
  }

  /// Without the pause a full disk would be tried without end, and its log filled.
  private void waitForStore(Ref ref, StoreUnavailable reason) {
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

  private void pause() {
    try {
      bell.await(TIMER);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /// Ends after the visits that are running.
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    visits.close();
  }
}
