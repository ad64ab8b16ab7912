package dev.slipway.api.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.resource.Failure;
import dev.slipway.api.resource.Times;
import dev.slipway.model.Finding;
import dev.slipway.model.Problem;
import dev.slipway.model.Task;
import dev.slipway.model.TaskState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A task as the API shows it (api-rules 1.2, client-contract 2.1).
///
/// @param timestamp of the last change of status
/// @param extension what only this server says
public record TaskView(
    String taskId,
    String commandType,
    String status,
    @Nullable String description,
    Instant timestamp,
    @Nullable Response response,
    List<Link> links,
    @JsonProperty("x-slipway") Extension extension) {

  /// What came of it; present in every finished task, because clients read it without looking.
  public record Response(
      @Nullable Integer resourceId, @Nullable Object resource, @Nullable Failure error) {}

  /// @param attempts how often a worker took it
  /// @param tasksBefore unfinished tasks before it in the account's lane; absent once it is taken
  /// @param blockedBy the first of them; absent when there is none
  public record Extension(
      Instant queuedAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      int attempts,
      @Nullable Long tasksBefore,
      Ahead.@Nullable Blocker blockedBy) {}

  /// The answer to the request that made it: always `received`, whatever has happened since.
  static TaskView accepted(Task task, Call call) {
    Instant at = Times.shown(task.acceptedAt());
    return new TaskView(
        task.id().toString(),
        CommandType.of(task.command()),
        Wording.RECEIVED.status(),
        Wording.RECEIVED.description(),
        at,
        null,
        List.of(Link.to("task", call, path(task))),
        new Extension(at, null, null, 0, null, null));
  }

  /// The task as it is now.
  ///
  /// @param ahead what it waits for
  static TaskView of(Task task, Ahead ahead, Call call) {
    Wording wording = Wording.of(task.state());
    Instant changedAt = Times.shown(task.changedAt());
    boolean waiting = task.state() instanceof TaskState.Received;
    return new TaskView(
        task.id().toString(),
        CommandType.of(task.command()),
        wording.status(),
        wording.description(),
        changedAt,
        response(task.state()),
        links(task, call),
        new Extension(
            Times.shown(task.acceptedAt()),
            Times.shownIfAny(task.startedAt()),
            task.state().terminal() ? changedAt : null,
            task.attempts(),
            waiting ? ahead.tasks() : null,
            ahead.blocker()));
  }

  private static @Nullable Response response(TaskState state) {
    return switch (state) {
      case TaskState.Received _, TaskState.InProgress _ -> null;
      case TaskState.Completed(Integer id, Finding found) ->
          new Response(id, FindingView.of(found), null);
      case TaskState.Failed(Problem problem) -> new Response(null, null, Failure.of(problem));
    };
  }

  /// The resource comes before the task itself: one client follows the first link.
  private static List<Link> links(Task task, Call call) {
    var links = new ArrayList<Link>(2);
    if (task.state() instanceof TaskState.Completed(Integer id, Finding _) && id != null) {
      ResourcePath.of(task.command(), id)
          .ifPresent(path -> links.add(Link.to("resource", call, path)));
    }
    links.add(Link.to("self", call, path(task)));
    return List.copyOf(links);
  }

  private static String path(Task task) {
    return "/tasks/" + task.id();
  }
}
