package dev.slipway.api.task;

import static dev.slipway.api.http.Access.BILLING_READ;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.model.Limits;
import dev.slipway.model.Task;
import dev.slipway.model.TaskId;
import dev.slipway.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Shows tasks. The poll of an unfinished task with few before it may be held until it is finished.
public final class TaskRoutes {
  /// A task further back takes longer than anybody wants to wait for an answer.
  private static final int NEAR = 5;

  private final Store store;
  private final Limits limits;
  private final InstantSource time;
  private final Holds holds;

  /// @param holds where polls wait
  public TaskRoutes(Store store, Limits limits, InstantSource time, Holds holds) {
    this.store = store;
    this.limits = limits;
    this.time = time;
    this.holds = holds;
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get("/tasks", "getAllTasks", "Lists the tasks of the last ten days, newest first")
            .asking(
                TaskFilter.STATUS,
                TaskFilter.COMMAND,
                TaskFilter.RESOURCE,
                TaskFilter.SINCE,
                TaskFilter.LIMIT)
            .shows(TaskList.class, this::all),
        // A billing administrator may change a payment, and must see how that went.
        Operation.get("/tasks/{taskId}", "getTaskById", "Shows a task")
            .openTo(BILLING_READ)
            .shows(TaskView.class, this::one));
  }

  /// Every task of the account that is in the window, newest change first.
  record TaskList(List<TaskView> tasks) {}

  private Answer all(Call call) {
    Instant now = time.instant();
    var wanted = TaskFilter.of(call, now.minus(limits.taskRetention()), limits.taskList());
    List<TaskView> views =
        store.read(
            tx -> {
              Optional<Task> head = tx.tasks().head(call.account());
              return tx
                  .tasks()
                  .recent(call.account(), wanted.since(), wanted, wanted.limit())
                  .stream()
                  .map(task -> TaskView.of(task, Ahead.of(task, head, now), call))
                  .toList();
            });
    return Answer.ok(new TaskList(views));
  }

  private Answer one(Call call) {
    TaskId id = id(call);
    Seen seen = look(call, id);
    Duration patience = Patience.of(call.header().apply("prefer"));
    if (seen.near() && patience.isPositive()) {
      seen = hold(call, id, patience).orElse(seen);
    }
    Answer answer = Answer.ok(TaskView.of(seen.task(), seen.ahead(), call));
    return seen.task().state().terminal()
        ? answer
        : answer.with(Answer.retryBehind(seen.ahead().tasks()));
  }

  private Optional<Seen> hold(Call call, TaskId id, Duration patience) {
    return holds
        .take(call.account(), id)
        .map(
            hold -> {
              try (hold) {
                // The task may have ended between the first look and the hold.
                Seen seen = look(call, id);
                return !seen.task().state().terminal() && hold.await(patience)
                    ? look(call, id)
                    : seen;
              }
            });
  }

  private record Seen(Task task, Ahead ahead) {
    boolean near() {
      return !task.state().terminal() && ahead.tasks() < NEAR;
    }
  }

  private Seen look(Call call, TaskId id) {
    return store.read(
        tx -> {
          Task task = tx.tasks().find(call.account(), id).orElseThrow(() -> unknown(id.toString()));
          return new Seen(task, Ahead.of(task, tx.tasks().head(call.account()), time.instant()));
        });
  }

  private static TaskId id(Call call) {
    String text = call.parameter("taskId");
    try {
      return new TaskId(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      throw unknown(text);
    }
  }

  private static Refusal unknown(String id) {
    return Refusal.of(404, "There is no task " + id + ", or its last change is too long ago.");
  }
}
