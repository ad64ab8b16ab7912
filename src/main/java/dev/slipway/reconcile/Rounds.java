package dev.slipway.reconcile;

import dev.slipway.model.Ref;
import dev.slipway.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
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

  /// Steps that are taken at once.
  static final int MOST_AT_ONCE = 256;

  private static final Duration TIMER = Duration.ofSeconds(1);
  private static final Duration UNREADABLE = Duration.ofSeconds(30);
  private static final Duration AT_LEAST = Duration.ofMillis(1);

  private static final Optional<Duration> GO_ON = Optional.of(Duration.ZERO);
  private static final Optional<Duration> OVER = Optional.empty();

  private final Reconciler reconciler;
  private final Doubts doubts;
  private final Runnable bell;
  private final Runnable caughtUp;
  private final Set<Ref> unseen = ConcurrentHashMap.newKeySet();
  private final Map<Ref, Stay> stays = new ConcurrentHashMap<>();
  private Set<Stay> byTheOldClock = Set.of();
  private Instant clockWas;
  private volatile boolean ended;

  /// What a round came to.
  ///
  /// @param due to be visited now, each until {@link #step} says that its visit is over
  /// @param rest until the next round, unless the bell rings before
  public record Round(List<Ref> due, Duration rest) {}

  /// What is being visited, from the round that found it to the end of the visit.
  private static final class Stay {
    private @Nullable Visit visit;
    private boolean doubted;
    private volatile boolean waits;
  }

  /// @param doubts told what is suspected and cannot be written
  /// @param bell rung when there is a reason for another round now
  /// @param caughtUp run when all that an earlier run of the program has left was looked at once
  public Rounds(Reconciler reconciler, Doubts doubts, Runnable bell, Runnable caughtUp) {
    this.reconciler = reconciler;
    this.doubts = doubts;
    this.bell = bell;
    this.caughtUp = caughtUp;
    this.clockWas = reconciler.clock().instant();
  }

  /// Before the first round: what is due now was left by an earlier run of the program.
  public void begin() {
    unseen.addAll(reconciler.due(Integer.MAX_VALUE));
    doubts.due(unseen);
    if (unseen.isEmpty()) {
      caughtUp.run();
    }
  }

  /// Asks for a look at a resource. It is remembered here until the rows say so too, which they
  /// cannot while their disk is full.
  public void look(Ref ref) {
    doubts.suspect(ref);
    bell.run();
  }

  /// Finds what is due and in no visit yet.
  public Round next() {
    try {
      noteSuspicions();
      noteClock();
      boolean idle = stays.isEmpty();
      List<Ref> due =
          reconciler.due(MOST_AT_ONCE + stays.size()).stream()
              .filter(ref -> stays.putIfAbsent(ref, new Stay()) == null)
              .toList();
      if (idle && due.isEmpty()) {
        doubts.noneDue();
      }
      return new Round(due, due.isEmpty() ? untilDue() : Duration.ZERO);
    } catch (RuntimeException | Error e) {
      tell("nothing can be reconciled now", e);
      return new Round(List.of(), TIMER);
    }
  }

  private void noteSuspicions() {
    List<Ref> refs = doubts.takeSuspected();
    if (refs.isEmpty()) {
      return;
    }
    try {
      reconciler.look(refs);
    } catch (RuntimeException | Error e) {
      doubts.cannotWrite(refs);
      throw e;
    }
    refs.stream().filter(this::waitsForStore).forEach(doubts::cannotWrite);
  }

  /// Its visit goes on when the wait is over, and not because of what is suspected meanwhile.
  private boolean waitsForStore(Ref ref) {
    Stay stay = stays.get(ref);
    return stay != null && stay.waits;
  }

  /// It is read at least once a second. A visit that goes on when the clock is set back may still
  /// put the next look off by what the clock said before: when the last of these is over,
  /// everything is looked at once more.
  private void noteClock() {
    Instant now = reconciler.clock().instant();
    if (now.isBefore(clockWas.minus(TIMER))) {
      LOG.log(System.Logger.Level.WARNING, "the clock was set back: everything is looked at now");
      byTheOldClock = Set.copyOf(stays.values());
      reconciler.lookAtAll();
    } else if (!byTheOldClock.isEmpty() && Collections.disjoint(byTheOldClock, stays.values())) {
      reconciler.lookAtAll();
      byTheOldClock = Set.of();
    }
    clockWas = now;
  }

  private Duration untilDue() {
    Duration until = reconciler.untilDue().orElse(TIMER);
    return until.compareTo(AT_LEAST) < 0 ? AT_LEAST : until.compareTo(TIMER) > 0 ? TIMER : until;
  }

  /// Begins the visit to a resource that a round has found, or takes one step of it.
  ///
  /// @return how long to wait before the next step; empty when the visit is over
  public Optional<Duration> step(Ref ref) {
    Stay stay = stays.get(ref);
    if (stay == null || ended) {
      return OVER;
    }
    Optional<Duration> rest = stepOrWait(ref, stay);
    if (rest.isEmpty() && !ended) {
      over(ref, stay);
    }
    return rest;
  }

  /// A visit that waits for the store goes on when it comes back: it still has the lease. Without
  /// the wait a full disk would be tried without end, and its log filled.
  private Optional<Duration> stepOrWait(Ref ref, Stay stay) {
    try {
      stay.waits = false;
      return stepOrBreakOff(ref, stay) ? GO_ON : OVER;
    } catch (RuntimeException | Error e) {
      stay.waits = true;
      if (stay.doubted || doubts.suspectedSince(ref)) {
        doubts.cannotWrite(ref);
      }
      tell(ref + " cannot be reconciled now", e);
      return Optional.of(TIMER);
    }
  }

  private boolean stepOrBreakOff(Ref ref, Stay stay) {
    try {
      return stay.visit == null ? begin(ref, stay) : stay.visit.step();
    } catch (StoreUnavailable e) {
      throw e;
    } catch (RuntimeException | Error e) {
      tell("the visit to " + ref + " broke off; it is tried again later", e);
      breakOff(ref, stay);
      return false;
    }
  }

  private boolean begin(Ref ref, Stay stay) {
    stay.doubted |= doubts.take(ref);
    stay.visit = reconciler.visit(ref).orElse(null);
    return stay.visit != null;
  }

  /// What cannot even be leased has a row that cannot be read, and stays so for a while.
  private void breakOff(Ref ref, Stay stay) {
    if (stay.visit == null) {
      reconciler.putOff(ref, UNREADABLE);
    } else if (!ended) {
      stay.visit.giveBack(TIMER);
    }
  }

  private void over(Ref ref, Stay stay) {
    boolean blind = stay.visit != null && stay.visit.blind();
    doubts.written(ref, !stay.doubted || !blind);
    stays.remove(ref);
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
    if (!ended) {
      StoreUnavailable.tell(LOG, what, why);
    }
  }
}
