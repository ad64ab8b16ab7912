package dev.slipway.proof.simulation;

import dev.slipway.model.Failpoint;
import dev.slipway.model.Limits;
import dev.slipway.model.Task;
import dev.slipway.store.sql.ChangeLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One seed: a while of requests, faults and crashes, then calm until everything rests, then ten
/// days.
final class Simulation {
  private static final int STEPS = 80;
  private static final int MOST_STEPS = 4_000;
  private static final Duration LONGEST_UNREST = Duration.ofMinutes(15);
  private static final Duration LONGEST_DOWN = Duration.ofSeconds(40);

  /// Far longer than a creation may take.
  private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(10);

  private static final int LONG_ABSENCE_ONE_IN = 4;

  private final Host host;
  private final Seams seams;
  private final Moves moves;
  private final Map<String, Invariant> invariants = Invariant.all();
  private Program program;
  private final ChangeLog changeLog = new ChangeLog();
  private Rows rows;
  private int lives;

  private Simulation(Host host, Seams seams) {
    this.host = host;
    this.seams = seams;
    this.moves = new Moves(host, this::check);
    this.rows = Rows.none(host.callers.stream().map(caller -> caller.account().id()).toList());
    this.program = start();
  }

  /// Runs a seed on a store that nobody used before. One that fails is run once more, to be told.
  static SeedResult run(long seed, Workspace workspace, Seams seams) {
    SeedResult result = run(seed, workspace, seams, false);
    return result.fault() == null ? result : run(seed, workspace, seams, true).after(result);
  }

  /// Runs a seed and says what happened.
  ///
  /// @param told whether the moves are written down, which takes longer than to make them
  static SeedResult run(long seed, Workspace workspace, Seams seams, boolean told) {
    Host host = new Host(workspace, seed, told);
    Simulation simulation = new Simulation(host, seams);
    @Nullable String fault = null;
    try {
      simulation.run();
    } catch (Throwable e) {
      fault = e instanceof Violation ? e.getMessage() : "the code threw " + e;
    } finally {
      host.store().close();
      workspace.remove(seed);
    }
    return new SeedResult(seed, host.trace.step(), host.trace.lines(), host.marks, fault);
  }

  private void run() {
    for (int i = 0; i < STEPS; i++) {
      step();
    }
    if (host.chance.oneIn(2)) {
      moves.leave();
      for (int i = 0; i < STEPS / 2; i++) {
        step();
      }
    }
    moves.calmDown();
    Instant calmSince = host.clock.instant();
    while (unrest().isPresent()) {
      step();
      if (host.trace.step() > MOST_STEPS
          || host.clock.instant().isAfter(later(calmSince, program.upSince).plus(LONGEST_UNREST))) {
        throw new Violation("AtRest: " + unrest().orElse("")).undeclared();
      }
    }
    reopen();
    tenDays();
  }

  private Optional<String> unrest() {
    return AtRest.unrest(rows, host.world, () -> host.store().read(tx -> Admissions.of(tx, rows)))
        .findFirst();
  }

  private void step() {
    host.trace.nextStep();
    try {
      moves.next(program, rows);
    } catch (Throwable e) {
      if (!(e instanceof Crash crash)) {
        throw e;
      }
      restart(crash);
      check(null);
    }
  }

  private void restart(Crash crash) {
    host.trace.add(() -> "killed at " + crash.getMessage());
    Failpoint point = crash.point();
    if (point != null) {
      host.marks.crashedAt(point);
    }
    moves.crashed();
    host.crashPoints.disarm();
    host.world.programEnded();
    host.restartStore();
    Duration longest = host.chance.oneIn(LONG_ABSENCE_ONE_IN) ? LONGEST_ABSENCE : LONGEST_DOWN;
    Instant startAt = host.clock.instant().plus(host.chance.upTo(longest));
    // A program does not start while it cannot write.
    Instant canWriteAt = host.weather.storeFullUntil();
    host.clock.advanceTo(later(startAt, canWriteAt));
    program = start();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Program start() {
    return new Program(host, seams, ++lives, busy -> moves.meanwhile(program, rows, busy));
  }

  private void check(@Nullable Task processed) {
    Rows before = rows;
    Changes changes = changes();
    rows = before.with(changes);
    Moment moment =
        new Moment(
            before,
            rows,
            changes,
            host.world,
            host.ledger,
            host.clock.instant(),
            program.upSince,
            program.ready(),
            program.unwritten(),
            host.weather.storeFullUntil(),
            processed);
    invariants.forEach((label, invariant) -> hold(label, invariant, moment));
    host.marks.look(moment);
    changes.resources().stream()
        .filter(Changes.OfResource::moved)
        .forEach(change -> host.trace.add(() -> Words.of(change)));
  }

  private Changes changes() {
    Set<ChangeLog.Change> written = changeLog.next(host.store());
    return written.isEmpty()
        ? new Changes(List.of(), List.of(), rows.portsUsed())
        : host.store().read(tx -> Changes.read(written, rows, tx));
  }

  private static void hold(String label, Invariant invariant, Moment moment) {
    invariant
        .faults(moment)
        .findFirst()
        .ifPresent(
            fault -> {
              throw new Violation(label + ": " + fault).undeclared();
            });
  }

  /// What was seen is what the file holds; and it holds no secret in clear (I11).
  private void reopen() {
    host.store().close();
    try {
      if (Files.readString(host.file, StandardCharsets.ISO_8859_1).contains(Specs.SECRET_MARK)) {
        throw new Violation("I11 NoSecretShown: the file holds a password").undeclared();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    host.reopenStore();
    if (!host.store().read(tx -> Rows.all(tx, rows.accounts().keySet())).equals(rows)) {
      throw new Violation("I4 NothingLost: the file does not hold the rows that were seen")
          .undeclared();
    }
    program = start();
  }

  /// I10: the list holds ten days, and not longer. A clock that jumps empties nothing at once: its
  /// next round may find that it has come back.
  private void tenDays() {
    Duration kept = Limits.standard().taskRetention();
    for (Duration jump : List.of(kept.minusMinutes(30), Duration.ofMinutes(90))) {
      host.clock.advanceTo(host.clock.instant().plus(jump));
      if (program.sweep.getAsInt() > 0) {
        throw new Violation("I10 TenDays: a jump of the clock by " + jump + " removed tasks")
            .undeclared();
      }
      var _ = program.sweep.getAsInt();
      check(null);
    }
    if (rows.accounts().values().stream().anyMatch(of -> !of.tasks().isEmpty())) {
      throw new Violation("I10 TenDays: tasks stay longer").undeclared();
    }
  }
}
