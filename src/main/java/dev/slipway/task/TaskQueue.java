package dev.slipway.task;

import dev.slipway.model.AccountId;
import dev.slipway.model.Caller;
import dev.slipway.model.Command;
import dev.slipway.model.Failpoint;
import dev.slipway.model.Failpoints;
import dev.slipway.model.Limits;
import dev.slipway.model.Task;
import dev.slipway.model.TaskId;
import dev.slipway.model.TaskState;
import dev.slipway.store.CommandText;
import dev.slipway.store.Store;
import dev.slipway.store.Tasks;
import dev.slipway.store.Tx;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The way in: a request becomes a durable task at the end of its account's lane.
public final class TaskQueue {
  private final Store store;
  private final Limits limits;
  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final Failpoints failpoints;
  private final Runnable bell;
  private final Verdicts verdicts;

  /// @param bell rung after the task is durable
  /// @param verdicts lets an answer wait for the verdict of a task that is next in its lane
  public TaskQueue(
      Store store,
      Limits limits,
      InstantSource clock,
      Supplier<UUID> ids,
      Failpoints failpoints,
      Runnable bell,
      Verdicts verdicts) {
    this.store = store;
    this.limits = limits;
    this.clock = clock;
    this.ids = ids;
    this.failpoints = failpoints;
    this.bell = bell;
    this.verdicts = verdicts;
  }

  /// Stores the request; when this returns, it is on the disk and readable.
  ///
  /// @throws LaneFull when too many wait already
  /// @throws IdempotencyConflict when the key was used with another body
  public Submitted submit(Caller caller, Command command, Optional<Tasks.Idempotency> idempotency) {
    TaskId id = new TaskId(ids.get());
    CommandText text = store.text(command);
    verdicts.expect(id);
    try {
      Submitted submitted =
          store.append(
              tx -> {
                Submitted result = accept(tx, id, caller, command, text, idempotency);
                failpoints.hit(Failpoint.BEFORE_SUBMIT);
                return result;
              });
      failpoints.hit(Failpoint.AFTER_SUBMIT);
      // Behind others it is claimed when their turn is over; the first of them has rung.
      if (submitted.waitingBefore() == 0 && !submitted.replayed()) {
        bell.run();
        verdicts.await(id);
      }
      return submitted;
    } finally {
      verdicts.forget(id);
    }
  }

  private Submitted accept(
      Tx tx,
      TaskId id,
      Caller caller,
      Command command,
      CommandText text,
      Optional<Tasks.Idempotency> idempotency) {
    AccountId account = caller.account().id();
    var replay = idempotency.flatMap(key -> tx.tasks().replay(account, key.scope(), key.key()));
    if (replay.isPresent()) {
      if (!replay.get().bodyHash().equals(idempotency.orElseThrow().bodyHash())) {
        throw new IdempotencyConflict();
      }
      return new Submitted(replay.get().task(), 0, true);
    }
    int depth = limits.laneDepth();
    var place = tx.lanes().join(account, depth).orElseThrow(() -> new LaneFull(depth));
    var now = clock.instant();
    Task task =
        new Task(
            id,
            account,
            place.number(),
            command,
            new TaskState.Received(),
            0,
            now,
            now,
            null,
            caller.keyName());
    tx.tasks().add(task, text, idempotency.orElse(null));
    return new Submitted(task, place.waitingBefore(), false);
  }
}
