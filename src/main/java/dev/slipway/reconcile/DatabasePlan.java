package dev.slipway.reconcile;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Limits;
import dev.slipway.model.Persistence;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.Settings;
import dev.slipway.model.Status;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.Observed.Replica;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a database needs next.
///
/// A dead Redis is started, one with other settings is changed live, one that lives and does not
/// answer is looked at and never shot. A creation that does not come up in its time fails; a
/// database that was active once is tried for ever (architecture 3, "The failure half", and I7).
final class DatabasePlan {
  private static final Duration SOON = Duration.ofMillis(100);
  private static final Duration LATER = Duration.ofSeconds(1);

  /// Clients cannot write while one goes on.
  private static final int MOST_HAND_OVERS_IN_VAIN = 3;

  private DatabasePlan() {}

  /// @param wanted what its Redis is to be set to
  /// @param seen null when the look itself failed; `history` has the reason
  static Step next(
      Resource<DatabaseSpec> database,
      Settings wanted,
      @Nullable Observed seen,
      History history,
      Limits limits) {
    if (database.gaveUp()) {
      return new Step.Settle(database.status());
    }
    if (database.status() instanceof Status.Deleting) {
      return seen == null ? new Step.Wait(LATER, "the look failed") : takeDown(seen);
    }
    if (seen != null && seen.process() == Life.SERVING) {
      return serving(database, wanted, seen, history, limits);
    }
    return Optional.ofNullable(seen)
        .flatMap(found -> handOver(found, history))
        .or(
            () ->
                overdue(database, seen, history, limits).map(problem -> failed(database, problem)))
        .orElseGet(
            () ->
                seen == null ? blind(database, history) : bringUp(database, wanted, seen, history));
  }

  private static Step takeDown(Observed seen) {
    if (seen.process() != Life.DEAD || seen.replica().lives()) {
      return new Step.Do(Action.STOP);
    }
    return seen.folder() ? new Step.Do(Action.ERASE) : new Step.Forget();
  }

  private static Step serving(
      Resource<DatabaseSpec> database,
      Settings wanted,
      Observed seen,
      History history,
      Limits limits) {
    if (wanted.equals(seen.settings())) {
      return beingFlushed(database) && !history.flushed()
          ? new Step.Do(Action.FLUSH)
          : replicated(database, seen, history, limits);
    }
    var trouble = history.trouble();
    if (trouble != null && trouble.lasting() && !(database.status() instanceof Status.Failed)) {
      return failed(database, trouble.problem());
    }
    return new Step.Do(Action.CONFIGURE);
  }

  /// The row says who is to take writes, and the other one still serves clients. It hands them
  /// over, and goes on with them when the one in the row cannot take them.
  private static Optional<Step> handOver(Observed seen, History history) {
    return seen.replica() == Replica.LEADING
        ? Optional.of(
            seen.process() == Life.SUCCEEDING && !handedOverInVain(history)
                ? new Step.Do(Action.CONFIGURE)
                : new Step.TakeOver())
        : Optional.empty();
  }

  private static boolean handedOverInVain(History history) {
    return history.failures() >= MOST_HAND_OVERS_IN_VAIN;
  }

  /// Its clients are served. A replica that is on its way holds up only who has asked for it.
  private static Step replicated(
      Resource<DatabaseSpec> database, Observed seen, History history, Limits limits) {
    Step active = new Step.Settle(new Status.Active());
    boolean asked = !database.everActive() || database.status() instanceof Status.Changing;
    if (!database.spec().replication()) {
      return seen.replica() == Replica.NONE ? active : new Step.Do(Action.UNFOLLOW);
    }
    Step next =
        switch (seen.replica()) {
          case NONE, DEAD, STRAY, LEADING -> new Step.Do(Action.FOLLOW);
          case SYNCING, BEREFT ->
              asked || database.spec().failoverAsked()
                  ? new Step.Wait(SOON, "its replica is taking over its data")
                  : active;
          case FOLLOWING -> database.spec().failoverAsked() ? new Step.TakeOver() : active;
        };
    return next.equals(active) || !asked
        ? next
        : overdue(database, seen, history, limits)
            .map(problem -> failed(database, problem))
            .orElse(next);
  }

  /// One that fails while it is being upgraded says that it is for the upgrade: nobody could tell
  /// later, when something else has failed since.
  private static Step failed(Resource<DatabaseSpec> database, Problem problem) {
    boolean upgrade = database.status().upgrading();
    return new Step.Settle(
        new Status.Failed(
            upgrade
                ? new Problem(ProblemType.DATABASE_UPGRADE_FAILED, problem.description())
                : problem));
  }

  private static boolean beingFlushed(Resource<DatabaseSpec> database) {
    return database.status() instanceof Status.Changing(String reason)
        && reason.equals(Status.Changing.FLUSH);
  }

  /// One look may fail; after a second one nobody knows whether clients are served.
  private static Step blind(Resource<DatabaseSpec> database, History history) {
    boolean again = history.failures() > 1;
    return again && database.status() instanceof Status.Active
        ? new Step.Settle(new Status.Pending("its Redis cannot be looked at"))
        : new Step.Wait(LATER, "the look failed");
  }

  private static Step bringUp(
      Resource<DatabaseSpec> database, Settings wanted, Observed seen, History history) {
    if (database.status() instanceof Status.Active) {
      return new Step.Settle(new Status.Pending(lostBecause(seen.process())));
    }
    if (seen.process() == Life.UNREACHABLE && !wanted.equals(seen.settings())) {
      // A login with a password that was just changed fails until Redis is told.
      return new Step.Do(Action.CONFIGURE);
    }
    if (seen.process() == Life.SUCCEEDING) {
      boolean back =
          seen.replica().lives()
              ? handedOverInVain(history)
              : losesNothingInPlace(database, history);
      return back ? new Step.TakeOver() : new Step.Do(Action.CONFIGURE);
    }
    if (seen.process() == Life.INCOMPLETE) {
      // The other one's files have more than this one, which a dead link has left behind.
      return seen.replica() == Replica.DEAD ? new Step.TakeOver() : new Step.Do(Action.CONFIGURE);
    }
    if (seen.process() != Life.DEAD) {
      return new Step.Wait(
          seen.process() == Life.LOADING ? SOON : LATER, lostBecause(seen.process()));
    }
    if (canTakeOver(database, seen, history)) {
      return new Step.TakeOver();
    }
    String holder = seen.portHolder();
    boolean mayMove = !database.everActive() && !database.spec().portRequested();
    return holder != null && mayMove ? new Step.TakeOtherPort(holder) : new Step.Do(Action.START);
  }

  private static boolean canTakeOver(
      Resource<DatabaseSpec> database, Observed seen, History history) {
    boolean whole = seen.replica() == Replica.BEREFT || seen.replica() == Replica.FOLLOWING;
    return whole && database.spec().replication() && !losesNothingInPlace(database, history);
  }

  /// With an append-only file that is synced at every write a start in place loses nothing, so it
  /// is tried first; any other start brings back less than a replica has that was in step.
  private static boolean losesNothingInPlace(Resource<DatabaseSpec> database, History history) {
    return database.spec().persistence() == Persistence.AOF_EVERY_WRITE && !history.started();
  }

  private static String lostBecause(Life life) {
    return switch (life) {
      case DEAD -> "its Redis has died and is being started again with its data";
      case SILENT -> "its Redis is alive and does not answer";
      case UNREACHABLE -> "its Redis is alive and cannot be reached through its endpoint";
      case SUCCEEDING -> "nobody takes its writes, and the Redis that followed takes over";
      case INCOMPLETE -> "nobody takes its writes, and the Redis that followed has not all data";
      case LOADING -> "its Redis is loading its data";
      case SERVING -> "its Redis answers";
    };
  }

  /// Why it is time to say error, if it is. What was never tried gets its try first, however late:
  /// the host may have slept, or its disk may have been full.
  private static Optional<Problem> overdue(
      Resource<DatabaseSpec> database, @Nullable Observed seen, History history, Limits limits) {
    boolean untried = seen != null && seen.process() == Life.DEAD && !history.tried();
    if (untried || database.status() instanceof Status.Failed) {
      return Optional.empty();
    }
    var trouble = history.trouble();
    if (trouble != null && trouble.lasting()) {
      return Optional.of(trouble.problem());
    }
    if (database.status() instanceof Status.Active
        || !untilOverdue(database, history, limits).isNegative()) {
      return Optional.empty();
    }
    return Optional.of(
        trouble != null
            ? trouble.problem()
            : new Problem(
                ProblemType.PROVISION_FAILURE,
                "Its Redis does not answer through its endpoint after "
                    + allowed(database, limits).toSeconds()
                    + " s."));
  }

  /// How long it may go on like this until it is time to say error; negative when that has passed.
  static Duration untilOverdue(Resource<?> database, History history, Limits limits) {
    Duration taken = recovering(database) ? history.sinceStatus() : history.sinceWanted();
    return allowed(database, limits).minus(taken);
  }

  private static Duration allowed(Resource<?> database, Limits limits) {
    return recovering(database) ? limits.recovery() : limits.provisioning();
  }

  /// Whether it was up before and is to come up again.
  private static boolean recovering(Resource<?> database) {
    return database.everActive() && database.status() instanceof Status.Pending;
  }
}
