package dev.slipway.proof.simulation;

import dev.slipway.model.Claim;
import dev.slipway.model.Limits;
import dev.slipway.model.Ref;
import dev.slipway.reconcile.Reconciler;
import dev.slipway.reconcile.Visit;
import dev.slipway.store.Store;
import dev.slipway.store.StoreUnavailable;
import dev.slipway.task.Sweeper;
import dev.slipway.task.TaskQueue;
import dev.slipway.task.TaskWorker;
import dev.slipway.task.Verdicts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/// One life of the program: the real lane, worker and reconciler, and what they hold in memory. It
/// stands where the two loops stand in the server, with each of their moves as a call of its own.
final class Program {
  private static final int MOST_DUE = 100;

  /// How long the loops wait before they try an unavailable store again.
  private static final Duration TIMER = Duration.ofSeconds(1);

  final TaskQueue queue;
  final IntSupplier sweep;
  final Instant upSince;
  private final UnreliableStore store;
  private final TaskWorker worker;
  private final Reconciler reconciler;
  private final List<Claim> claims = new ArrayList<>();
  private final Map<Ref, Visit> visits = new LinkedHashMap<>();
  private final Set<Ref> busy = new HashSet<>();
  private final Set<Ref> suspected = new LinkedHashSet<>();
  private final Map<Object, Instant> restUntil = new HashMap<>();
  private final InstantSource clock;
  private DueList dueList = new DueList(Instant.MIN, 0, List.of());

  /// What was due at some time, after so many writes.
  private record DueList(Instant at, long writes, List<Ref> refs) {}

  /// Starts it, with everything that was left by the one before voided.
  ///
  /// @param life counts the programs of this host
  /// @param meanwhile lets time pass while the world is slow
  Program(Host host, Seams seams, int life, Consumer<Duration> meanwhile) {
    var limits = seams.limits().apply(Limits.standard());
    clock = host.clock;
    var owner = "life-" + life;
    store = new UnreliableStore(host.store(), host.clock, host.weather);
    Store seen = seams.store().apply(store);
    queue =
        new TaskQueue(
            seen,
            limits,
            clock,
            host::nextId,
            host.crashPoints,
            () -> {},
            new Verdicts(Duration.ZERO));
    worker =
        new TaskWorker(
            seen,
            seams.commands().apply(host.commands()),
            limits,
            clock,
            owner,
            host.crashPoints,
            _ -> {});
    reconciler =
        new Reconciler(
            seen,
            seams.platform().apply(host.platform(meanwhile)),
            limits,
            Specs.catalogue(),
            clock,
            owner,
            seams.since().apply(clock.instant()),
            Host.FIRST_PORT,
            Host.LAST_PORT,
            host.crashPoints);
    sweep = seams.sweep().apply(new Sweeper(seen, limits, clock)::sweep);
    upSince = clock.instant();
    worker.takeOver();
    reconciler.takeOver();
    reconciler.platform().onSuspicion(id -> suspected.add(Ref.database(id)));
  }

  /// Claims the heads of free lanes.
  void claim(int most) {
    claims.addAll(worker.claim(most));
  }

  /// Tasks that are claimed and wait to be processed.
  List<Claim> claims() {
    return claims.stream().filter(claim -> !resting(claim)).toList();
  }

  /// Processes a claimed task; keeps the claim when the store cannot be written now.
  void process(Claim claim) {
    claims.remove(claim);
    try {
      worker.process(claim);
    } catch (StoreUnavailable e) {
      claims.add(claim);
      rest(claim);
      throw e;
    }
  }

  /// What is due and not being visited.
  List<Ref> due() {
    return dueNow().stream()
        .filter(ref -> !visits.containsKey(ref) && !busy.contains(ref) && !resting(ref))
        .toList();
  }

  /// Asks only when the answer may be another than before.
  private List<Ref> dueNow() {
    Instant now = clock.instant();
    if (dueList.writes() != store.writes() || !dueList.at().equals(now)) {
      dueList = new DueList(now, store.writes(), reconciler.due(MOST_DUE));
    }
    return dueList.refs();
  }

  /// Whether something may have died that the reconciler does not know of yet.
  boolean suspects() {
    return suspected.stream().anyMatch(ref -> !resting(ref));
  }

  /// Tells the reconciler what may have died.
  void noteSuspicions() {
    for (Ref ref : suspected.stream().filter(ref -> !resting(ref)).toList()) {
      try {
        reconciler.look(List.of(ref));
        suspected.remove(ref);
      } catch (StoreUnavailable e) {
        rest(ref);
      }
    }
  }

  /// Whether the loop waits a moment before it tries this again, as the store was unavailable.
  private boolean resting(Object what) {
    return clock.instant().isBefore(restUntil.getOrDefault(what, Instant.MIN));
  }

  private void rest(Object what) {
    restUntil.put(what, clock.instant().plus(TIMER));
  }

  /// When something can go on next.
  Optional<Instant> nextDue() {
    return Stream.concat(
            store.read(tx -> tx.work().nextDue()).stream(), restUntil.values().stream())
        .filter(clock.instant()::isBefore)
        .min(Instant::compareTo);
  }

  /// Begins a visit to a due resource.
  void visit(Ref ref) {
    try {
      reconciler.visit(ref).ifPresent(visit -> visits.put(ref, visit));
    } catch (StoreUnavailable e) {
      rest(ref);
      throw e;
    }
  }

  /// Visits that have begun and can go on.
  List<Ref> visits() {
    return visits.keySet().stream().filter(ref -> !resting(ref)).toList();
  }

  /// One look and one action of a visit. The visit ends where the loop would end it.
  void step(Ref ref) {
    Visit visit = visits.remove(ref);
    if (visit == null) {
      return;
    }
    busy.add(ref);
    try {
      if (visit.step()) {
        visits.put(ref, visit);
      }
    } catch (StoreUnavailable e) {
      visits.put(ref, visit);
      rest(ref);
      throw e;
    } finally {
      busy.remove(ref);
    }
  }
}
