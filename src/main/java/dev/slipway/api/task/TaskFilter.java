package dev.slipway.api.task;

import static dev.slipway.api.http.Parameter.optional;

import dev.slipway.api.http.Call;
import dev.slipway.api.http.Parameter;
import dev.slipway.api.http.Refusal;
import dev.slipway.model.Task;
import dev.slipway.model.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which tasks a list is to show; all of the window when nothing is asked for.
///
/// @param resource the id of what a finished task made or changed
/// @param since tasks whose last change is older are left out
/// @param limit how many at most, the newest
record TaskFilter(
    @Nullable String status,
    @Nullable String command,
    @Nullable Integer resource,
    Instant since,
    int limit)
    implements Predicate<Task> {
  static final Parameter STATUS = optional("status", String.class, "tasks of this status alone");
  static final Parameter COMMAND =
      optional("command", String.class, "tasks of this commandType alone");
  static final Parameter RESOURCE =
      optional("resource", Integer.class, "finished tasks whose resourceId is this one");
  static final Parameter SINCE =
      optional("since", String.class, "last changed from this time on, such as 2026-01-31T12:00Z");
  static final Parameter LIMIT = optional("limit", Integer.class, "how many, the newest");

  private static final List<String> STATUSES =
      List.of("received", "processing-in-progress", "processing-completed", "processing-error");

  /// What a call asks for.
  ///
  /// @param window the earliest change that is shown to anybody
  /// @param most what one list shows
  /// @throws Refusal 400 for a value that can be no task's
  static TaskFilter of(Call call, Instant window, int most) {
    String status = call.query().get("status");
    if (status != null && !STATUSES.contains(status)) {
      throw Refusal.of(400, "status must be one of " + String.join(", ", STATUSES) + ".");
    }
    Integer resource =
        call.query().containsKey("resource")
            ? call.number("resource", 0, 0, Integer.MAX_VALUE)
            : null;
    Instant since = call.time("since", Instant.EPOCH);
    return new TaskFilter(
        status,
        call.query().get("command"),
        resource,
        since.isAfter(window) ? since : window,
        call.number("limit", most, 1, most));
  }

  @Override
  public boolean test(Task task) {
    return (status == null || status.equals(Wording.of(task.state()).status()))
        && (command == null || command.equals(CommandType.of(task.command())))
        && (resource == null || resource.equals(resource(task.state())));
  }

  private static @Nullable Integer resource(TaskState state) {
    return state instanceof TaskState.Completed(Integer id, _) ? id : null;
  }
}
