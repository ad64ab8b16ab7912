package dev.slipway.task;

import dev.slipway.command.Commands;
import dev.slipway.command.Outcome;
import dev.slipway.model.AccountId;
import dev.slipway.model.Claim;
import dev.slipway.model.Failpoint;
import dev.slipway.model.Failpoints;
import dev.slipway.model.Limits;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Task;
import dev.slipway.model.TaskState;
import dev.slipway.store.IdsUsedUp;
import dev.slipway.store.Store;
import dev.slipway.store.StoreUnavailable;
import dev.slipway.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Takes tasks out of their lanes, one an account, and gives each its verdict.
///
/// A claim is a note: lost in a power cut, it is made again. The verdict and the rows that the
/// command made are one durable transaction.
public final class TaskWorker {
  private static final System.Logger LOG = System.getLogger(TaskWorker.class.getName());

  private final Store store;
  private final Commands commands;
  private final Limits limits;
  private final InstantSource clock;
  private final String owner;
  private final Failpoints failpoints;
  private final Consumer<Task> finished;

  /// @param owner this incarnation, random per start
  /// @param finished told of each task as it is after its verdict; it only rings and counts, and
  ///   what it wakes reads the rows
  public TaskWorker(
      Store store,
      Commands commands,
      Limits limits,
      InstantSource clock,
      String owner,
      Failpoints failpoints,
      Consumer<Task> finished) {
    this.store = store;
    this.commands = commands;
    this.limits = limits;
    this.clock = clock;
    this.owner = owner;
    this.failpoints = failpoints;
    this.finished = finished;
  }

  /// Frees what a dead incarnation had claimed; for the start, when no other lives.
  public void takeOver() {
    store.write(tx -> tx.lanes().voidClaims(owner));
  }

  /// Claims the heads of free lanes, at most this many.
  public List<Claim> claim(int most) {
    List<Claim> claims =
        store.note(
            tx -> {
              // Read in here: a verdict that was written just before must not be younger.
              Instant now = clock.instant();
              List<Claim> taken = new ArrayList<>();
              for (AccountId account : tx.lanes().ready(most)) {
                tx.lanes().claim(account, owner, now).ifPresent(taken::add);
              }
              return taken;
            });
    if (!claims.isEmpty()) {
      failpoints.hit(Failpoint.AFTER_CLAIM);
    }
    return claims;
  }

  /// Runs a claimed task to its verdict.
  ///
  /// @throws StoreUnavailable when there is none yet; it can be called again
  public void process(Claim claim) {
    TaskState verdict = verdict(claim);
    failpoints.hit(Failpoint.AFTER_FINISH);
    finished.accept(claim.task().in(verdict, clock.instant()));
  }

  /// Its state when it was processed: that of the claim when the claim was lost.
  private TaskState verdict(Claim claim) {
    if (claim.task().attempts() > limits.taskAttempts()) {
      return finish(claim, gaveUp(claim.task()));
    }
    try {
      commands.prepare(claim.task().command(), claim.task().account());
      return store.write(tx -> run(tx, claim));
    } catch (LostClaim e) {
      LOG.log(System.Logger.Level.WARNING, e.getMessage());
      return claim.task().state();
    } catch (StoreUnavailable e) {
      throw e; // nothing was kept, so the task still waits for its verdict
    } catch (IdsUsedUp e) {
      return finish(claim, usedUp(e));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "task " + claim.task().id() + " broke", e);
      return finish(claim, broke(claim.task()));
    }
  }

  private TaskState run(Tx tx, Claim claim) {
    Instant now = clock.instant();
    Outcome outcome = outcome(claim.task(), tx, now);
    Chronicle.tell(claim.task(), outcome, tx, now);
    failpoints.hit(Failpoint.BEFORE_FINISH);
    if (!tx.lanes().finish(claim, outcome.state(), now)) {
      throw new LostClaim(claim.task());
    }
    return outcome.state();
  }

  /// An Error of a handler, such as a recursion without an end, is a failure like any other.
  private Outcome outcome(Task task, Tx tx, Instant now) {
    try {
      return commands.run(task.command(), task.account(), tx, now);
    } catch (Error e) {
      throw new IllegalStateException(e);
    }
  }

  private TaskState finish(Claim claim, TaskState verdict) {
    store.write(tx -> tx.lanes().finish(claim, verdict, clock.instant()));
    return verdict;
  }

  private static TaskState gaveUp(Task task) {
    return failedInside("Processing of task " + task.id() + " was interrupted too often.");
  }

  private static TaskState broke(Task task) {
    return failedInside("Processing of task " + task.id() + " failed inside the server.");
  }

  private static TaskState usedUp(IdsUsedUp reason) {
    return failed(
        reason.getMessage() + " Nothing was changed. Only an empty data folder starts anew.");
  }

  private static TaskState failedInside(String what) {
    return failed(
        what + " Nothing was changed. Send the request again; the server's log has the cause.");
  }

  private static TaskState failed(String description) {
    return new TaskState.Failed(new Problem(ProblemType.GENERAL_ERROR, description));
  }

  /// Takes the rows of a command back whose task has another owner by now.
  private static final class LostClaim extends RuntimeException {
    private static final long serialVersionUID = 1;

    LostClaim(Task task) {
      super("task " + task.id() + " has another owner by now; this run of it was taken back");
    }
  }
}
