package dev.slipway.reconcile;

import dev.slipway.model.Ref;
import dev.slipway.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What the reconciler does, round after round, without the threads that it is done on: it says
/// what to visit and how long to rest, and whoever makes its moves does the waiting.
///
/// One caller makes the rounds. Each visit has one caller at a time, and many go on at once.
public final class Rounds {
  private static final System.Logger LOG = System.getLogger(Rounds.class.getName());
  private static final int MOST_AT_ONCE = 256;
  private static final Duration TIMER = Duration.ofSeconds(1);
  private static final Duration UNREADABLE = Duration.ofSeconds(30);
  private static final Duration AT_LEAST = Duration.ofMillis(1);

  private static final Optional<Duration> GO_ON = Optional.of(Duration.ZERO);
  private static final Optional<Duration> OVER = Optional.empty();

  private final Reconciler reconciler;
  private final Runnable bell;
  private final Runnable caughtUp;
  private final Set<Ref> unseen = ConcurrentHashMap.newKeySet();
  private final Set<Ref> suspected = ConcurrentHashMap.newKeySet();
  private final Set<Ref> inVisit = ConcurrentHashMap.newKeySet();
  private final Map<Ref, Visit> begun = new ConcurrentHashMap<>();
  private Instant clockWas;
  private volatile boolean ended;

  /// What a round came to.
  ///
  /// @param due to be visited now, each until {@link #step} says that its visit is over
  /// @param rest until the next round, unless the bell rings before
  public record Round(List<Ref> due, Duration rest) {}

  /// @param bell rung when there is a reason for another round now
  /// @param caughtUp run when all that an earlier run of the program has left was looked at once
  public Rounds(Reconciler reconciler, Runnable bell, Runnable caughtUp) {
    this.reconciler = reconciler;
    this.bell = bell;
    this.caughtUp = caughtUp;
    this.clockWas = reconciler.clock().instant();
  }

  /// Before the first round: what is due now was left by an earlier run of the program.
  public void begin() {
    unseen.addAll(reconciler.due(Integer.MAX_VALUE));
    if (unseen.isEmpty()) {
      caughtUp.run();
    }
  }

  /// Asks for a look at a resource. It is remembered here until the rows say so too, which they
  /// cannot while their disk is full.
  public void look(Ref ref) {
    suspected.add(ref);
    bell.run();
  }

  /// Finds what is due and in no visit yet.
  public Round next() {
    try {
      noteClock();
      noteSuspicions();
      List<Ref> due =
          reconciler.due(MOST_AT_ONCE + inVisit.size()).stream().filter(inVisit::add).toList();
      return new Round(due, due.isEmpty() ? untilDue() : Duration.ZERO);
    } catch (RuntimeException | Error e) {
      tell("nothing can be reconciled now", e);
      return new Round(List.of(), TIMER);
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

  private Duration untilDue() {
    Duration until = reconciler.untilDue().orElse(TIMER);
    return until.compareTo(AT_LEAST) < 0 ? AT_LEAST : until.compareTo(TIMER) > 0 ? TIMER : until;
  }

  /// Begins the visit to a resource that a round has found, or takes one step of it.
  ///
  /// @return how long to wait before the next step; empty when the visit is over
  public Optional<Duration> step(Ref ref) {
    Optional<Duration> rest = ended ? OVER : stepOrWait(ref);
    if (rest.isEmpty() && !ended) {
      over(ref);
    }
    return rest;
  }

  /// A visit that waits for the store goes on when it comes back: it still has the lease. Without
  /// the wait a full disk would be tried without end, and its log filled.
  private Optional<Duration> stepOrWait(Ref ref) {
    try {
      return stepOrBreakOff(ref, begun.get(ref)) ? GO_ON : OVER;
    } catch (RuntimeException | Error e) {
      tell(ref + " cannot be reconciled now", e);
      return Optional.of(TIMER);
    }
  }

  private boolean stepOrBreakOff(Ref ref, @Nullable Visit visit) {
    try {
      return visit == null ? begin(ref) : visit.step();
    } catch (StoreUnavailable e) {
      throw e;
    } catch (RuntimeException | Error e) {
      tell("the visit to " + ref + " broke off; it is tried again later", e);
      breakOff(ref, visit);
      return false;
    }
  }

  private boolean begin(Ref ref) {
    Optional<Visit> visit = reconciler.visit(ref);
    visit.ifPresent(begins -> begun.put(ref, begins));
    return visit.isPresent();
  }

  /// What cannot even be leased has a row that cannot be read, and stays so for a while.
  private void breakOff(Ref ref, @Nullable Visit visit) {
    if (visit == null) {
      reconciler.putOff(ref, UNREADABLE);
    } else if (!ended) {
      visit.giveBack(TIMER);
    }
  }

  private void over(Ref ref) {
    begun.remove(ref);
    inVisit.remove(ref);
    if (unseen.remove(ref) && unseen.isEmpty()) {
      caughtUp.run();
    }
    bell.run();
  }

  /// Nothing begins any more, and what breaks off now was broken off by this.
  public void end() {
    ended = true;
  }

  private void tell(String what, Throwable why) {
    if (ended) {
      return;
    }
    if (why instanceof StoreUnavailable) {
      LOG.log(System.Logger.Level.ERROR, what + ": " + why.getMessage());
    } else {
      LOG.log(System.Logger.Level.ERROR, what, why);
    }
  }
}
