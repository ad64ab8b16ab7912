package dev.slipway.proof.simulation;

import dev.slipway.model.Claim;
import dev.slipway.model.Limits;
import dev.slipway.model.Ref;
import dev.slipway.model.Unwritten;
import dev.slipway.reconcile.Doubts;
import dev.slipway.reconcile.Reconciler;
import dev.slipway.reconcile.Rounds;
import dev.slipway.reconcile.Rounds.Round;
import dev.slipway.store.Store;
import dev.slipway.task.PatientWorker;
import dev.slipway.task.PatientWorker.Claimed;
import dev.slipway.task.Sweeper;
import dev.slipway.task.TaskQueue;
import dev.slipway.task.TaskWorker;
import dev.slipway.task.Verdicts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/// One life of the program: the real lane, worker and reconciler. It stands where the threads of
/// the two loops stand in the server, and only waits as they do: what is next when the wait is over
/// is chosen by chance.
final class Program {
  final TaskQueue queue;
  final IntSupplier sweep;
  final Store store;
  final Instant upSince;
  private final PatientWorker worker;
  private final Unwritten unwritten;
  private final Rounds rounds;
  private final InstantSource clock;
  private Instant nextRound = Instant.MIN;
  private Instant nextClaim = Instant.MIN;
  private boolean ready;

  /// Claims, and when each is processed next; one that is being processed is not here.
  private final Map<Claim, Instant> claims = new LinkedHashMap<>();

  /// Visits, and when the next step of each is; one that is taking a step is not here.
  private final Map<Ref, Instant> visits = new LinkedHashMap<>();

  /// Visits that have not taken their first step.
  private final Set<Ref> arrivals = new LinkedHashSet<>();

  /// Starts it, with everything that was left by the one before voided.
  ///
  /// @param life counts the programs of this host
  /// @param meanwhile lets time pass while the world is slow
  Program(Host host, Seams seams, int life, Consumer<Duration> meanwhile) {
    var limits = seams.limits().apply(Limits.standard());
    clock = host.clock;
    var owner = "life-" + life;
    store = seams.store().apply(host.unreliableStore());
    queue =
        new TaskQueue(
            store,
            limits,
            clock,
            host::nextId,
            host.crashPoints,
            () -> {},
            new Verdicts(Duration.ZERO));
    TaskWorker tasks =
        new TaskWorker(
            store,
            seams.commands().apply(host.commands()),
            limits,
            clock,
            owner,
            host.crashPoints,
            _ -> ring());
    Reconciler reconciler =
        new Reconciler(
            store,
            seams.platform().apply(host.platform(meanwhile)),
            limits,
            Specs.catalogue(),
            clock,
            owner,
            seams.since().apply(clock.instant()),
            Host.FIRST_PORT,
            Host.LAST_PORT,
            host.crashPoints);
    sweep = seams.sweep().apply(new Sweeper(store, limits, clock)::sweep);
    upSince = clock.instant();
    worker = new PatientWorker(tasks);
    Doubts doubts = new Doubts();
    unwritten = seams.unwritten().apply(doubts);
    rounds = new Rounds(reconciler, doubts, this::ring, () -> ready = true);
    tasks.takeOver();
    reconciler.takeOver();
    reconciler.platform().onSuspicion(id -> rounds.look(Ref.database(id)));
    rounds.begin();
  }

  void ring() {
    nextRound = Instant.MIN;
  }

  /// What it lays over the rows of databases when it shows them.
  Unwritten unwritten() {
    return unwritten;
  }

  /// Whether all that was left by the program before was looked at.
  boolean ready() {
    return ready;
  }

  /// Whether the reconciler makes a round now: the bell has rung, or its rest is over.
  boolean roundIsDue() {
    return isOver(nextRound);
  }

  /// Makes a round.
  void round() {
    nextRound = Instant.MAX; // unless it rings meanwhile
    Round round = rounds.next();
    nextRound = earlier(nextRound, clock.instant().plus(round.rest()));
    round.due().forEach(ref -> visits.put(ref, clock.instant()));
    arrivals.addAll(round.due());
  }

  /// Visits that can take a step.
  List<Ref> visits() {
    return ready(visits);
  }

  /// Those of them that take their first one.
  List<Ref> arrivals() {
    return visits().stream().filter(arrivals::contains).toList();
  }

  /// One step of a visit that can take one.
  void step(Ref ref) {
    visits.remove(ref);
    arrivals.remove(ref);
    rounds.step(ref).ifPresent(rest -> visits.put(ref, clock.instant().plus(rest)));
  }

  /// Whether the worker may try to claim now.
  boolean mayClaim() {
    return isOver(nextClaim);
  }

  /// Claims the heads of free lanes.
  void claim(int most) {
    Claimed claimed = worker.claim(most);
    nextClaim = clock.instant().plus(claimed.rest());
    claimed.claims().forEach(claim -> claims.put(claim, clock.instant()));
  }

  /// Tasks that are claimed and wait to be processed.
  List<Claim> claims() {
    return ready(claims);
  }

  /// Processes a claimed task, to its verdict if that can be written now.
  void process(Claim claim) {
    claims.remove(claim);
    worker.process(claim).ifPresent(rest -> claims.put(claim, clock.instant().plus(rest)));
  }

  /// When something goes on by itself next.
  Optional<Instant> goesOnAt() {
    return Stream.of(
            Stream.of(nextRound, nextClaim), visits.values().stream(), claims.values().stream())
        .flatMap(times -> times)
        .filter(clock.instant()::isBefore)
        .min(Instant::compareTo);
  }

  private <K> List<K> ready(Map<K, Instant> waiting) {
    return waiting.entrySet().stream()
        .filter(entry -> isOver(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean isOver(Instant wait) {
    return !clock.instant().isBefore(wait);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
