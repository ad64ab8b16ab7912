package dev.slipway.proof.simulation;

import dev.slipway.model.Claim;
import dev.slipway.model.Failpoint;
import dev.slipway.model.Ref;
import dev.slipway.model.Task;
import dev.slipway.model.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What may happen next, and the choice among it. Time passes only when no look is due, so that
/// what the program must see within milliseconds is not delayed by chance.
final class Moves {
  private static final int MOST_CRASHES = 3;
  private static final int POISONED_ONE_IN = 40;
  private static final int MOST_MOVES_AT_ONE_INSTANT = 1_000;
  private static final int DEEPEST = 3;
  private static final Duration LONG_PAUSE = Duration.ofMinutes(1);
  private static final Duration SHORT_PAUSE = Duration.ofSeconds(2);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);

  private static final List<Failpoint> FAILPOINTS = List.of(Failpoint.values());

  private final Host host;
  private final Failpoint favourite;
  private final Clients clients;
  private final WorldFaults faults;
  private final Operator operator;
  private final Consumer<@Nullable Task> after;
  private final Set<TaskId> poisoned = new HashSet<>();
  private boolean calm;
  private int crashes;
  private int depth;
  private Instant busyUntil = Instant.MAX;
  private Instant instant = Instant.MIN;
  private int movesAtInstant;

  /// @param what gives the task that it processed, if it did
  private record Move(int weight, Runnable what) {}

  /// @param after called after every move, with the task that it processed or null
  Moves(Host host, Consumer<@Nullable Task> after) {
    this.host = host;
    this.after = after;
    this.favourite = host.chance.of(FAILPOINTS);
    this.clients = new Clients(host);
    this.faults = new WorldFaults(host);
    this.operator = new Operator(host);
  }

  /// From now on nothing new happens. What has begun goes on, and a crash that was prepared comes.
  void calmDown() {
    calm = true;
    host.weather.clear(host.clock.instant());
    host.world.strangersLeave();
  }

  /// From now on clients only take down what they have.
  void leave() {
    clients.leave();
    crashes = 0;
    host.crashPoints.arm(favourite, host.chance.below(2));
  }

  /// The program that made these moves is dead.
  void crashed() {
    depth = 0;
    busyUntil = Instant.MAX;
  }

  /// Something happens.
  void next(Program program, Rows rows) {
    makeRounds(program);
    List<Move> moves = new ArrayList<>();
    inside(program, rows, moves);
    if (!calm) {
      outside(program, rows, moves);
    }
    if (!moves.isEmpty()) {
      choose(moves).what().run();
    }
  }

  /// Nothing keeps the thread that makes them waiting.
  private void makeRounds(Program program) {
    while (program.roundIsDue()) {
      done(program::round);
    }
  }

  private void inside(Program program, Rows rows, List<Move> moves) {
    List<Ref> visits = program.visits();
    boolean waits = rows.accounts().values().stream().anyMatch(Moves::waits);
    if (waits && program.mayClaim()) {
      moves.add(new Move(3, () -> claim(program)));
    }
    if (!program.claims().isEmpty()) {
      // In the middle of a visit, what its database is to be is likely to change.
      int weight = depth == 0 ? 2 : 20;
      moves.add(new Move(weight, () -> process(program, host.chance.of(program.claims()))));
    }
    if (!visits.isEmpty()) {
      moves.add(new Move(6, () -> step(program, host.chance.of(visits))));
    }
    if (visits.isEmpty() && depth == 0) {
      moves.add(new Move(4, () -> letTimePass(program, waits)));
    }
  }

  private static boolean waits(Rows.Of account) {
    return account.tasks().values().stream().anyMatch(task -> !task.state().terminal());
  }

  private void outside(Program program, Rows rows, List<Move> moves) {
    if (clients.haveMore()) {
      moves.add(new Move(3, () -> done(() -> clients.send(program.queue, rows))));
    }
    moves.add(new Move(2, () -> done(() -> faults.happen(rows))));
    moves.add(new Move(1, () -> done(() -> order(program, rows))));
    if (crashes < MOST_CRASHES && !host.crashPoints.armed()) {
      moves.add(new Move(1, this::crashSoon));
    }
  }

  /// While the world is slow everything else goes on, until this much time has passed. What began
  /// meanwhile ends with it at the latest: in the server, nobody waits for another's action.
  void meanwhile(Program program, Rows rows, Duration busy) {
    if (depth == DEEPEST) {
      return;
    }
    Instant outer = busyUntil;
    Instant end = host.clock.instant().plus(busy);
    busyUntil = end.isBefore(outer) ? end : outer;
    depth++;
    while (host.chance.oneIn(2)) {
      next(program, rows);
    }
    while (host.clock.instant().isBefore(busyUntil)) {
      look(program, busyUntil);
    }
    depth--;
    busyUntil = outer;
  }

  private void look(Program program, Instant end) {
    makeRounds(program);
    List<Ref> arrivals = program.arrivals();
    List<Ref> visits = program.visits();
    if (!arrivals.isEmpty()) {
      // Each visit has a thread of its own: a new one does not wait for those that go on.
      Ref ref = host.chance.of(arrivals);
      step(program, ref);
      step(program, ref);
    } else if (!visits.isEmpty()) {
      step(program, host.chance.of(visits));
    } else {
      advance(program, end);
    }
  }

  private Move choose(List<Move> moves) {
    int left = host.chance.below(moves.stream().mapToInt(Move::weight).sum());
    for (Move move : moves) {
      left -= move.weight();
      if (left < 0) {
        return move;
      }
    }
    throw new IllegalStateException("the weights do not add up");
  }

  private void done(Runnable move) {
    count();
    move.run();
    after.accept(null);
  }

  /// Whatever goes on without end at one instant would hold a processor for ever.
  private void count() {
    Instant now = host.clock.instant();
    movesAtInstant = now.equals(instant) ? movesAtInstant + 1 : 0;
    instant = now;
    if (movesAtInstant > MOST_MOVES_AT_ONE_INSTANT) {
      throw new Violation("livelock: no time passes").undeclared();
    }
  }

  private void order(Program program, Rows rows) {
    operator.order(program.store, rows);
    program.ring();
  }

  private void claim(Program program) {
    done(() -> program.claim(host.chance.between(1, 3)));
  }

  private void process(Program program, Claim claim) {
    Task task = claim.task();
    host.trace.add(
        () ->
            "task %d of account %s is processed: %s"
                .formatted(task.number(), task.account(), Words.of(task.command())));
    if (poisoned.contains(task.id()) || (!calm && host.chance.oneIn(POISONED_ONE_IN))) {
      poisoned.add(task.id());
      host.crashPoints.arm(Failpoint.BEFORE_FINISH, 0);
    }
    program.process(claim);
    after.accept(task);
  }

  private void step(Program program, Ref ref) {
    host.trace.add(() -> "a look at " + ref);
    done(() -> program.step(ref));
  }

  private void letTimePass(Program program, boolean tasksWait) {
    boolean quiet = calm ? !tasksWait : host.chance.oneIn(2);
    Duration longest = quiet ? LONG_PAUSE : host.chance.upTo(SHORT_PAUSE);
    done(() -> advance(program, host.clock.instant().plus(longest)));
  }

  /// To the next thing that is to happen, at the latest until then. Rounds that find nothing are
  /// none.
  private void advance(Program program, Instant latest) {
    do {
      Instant next =
          Stream.concat(program.goesOnAt().stream(), host.clock.nextTimer().stream())
              .min(Instant::compareTo)
              .orElse(latest);
      Instant earliest = host.clock.instant().plus(SHORTEST_PAUSE);
      host.clock.advanceTo(
          next.isAfter(latest) ? latest : next.isBefore(earliest) ? earliest : next);
      makeRounds(program);
    } while (program.visits().isEmpty() && host.clock.instant().isBefore(latest));
  }

  private void crashSoon() {
    crashes++;
    if (host.chance.oneIn(6)) {
      throw new Crash(null).undeclared();
    }
    Failpoint point = host.chance.oneIn(2) ? favourite : host.chance.of(FAILPOINTS);
    host.crashPoints.arm(point, host.chance.below(3));
  }
}
