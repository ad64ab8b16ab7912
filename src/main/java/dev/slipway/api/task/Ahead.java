package dev.slipway.api.task;

import dev.slipway.model.Task;
import dev.slipway.model.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a task waits for in its account's lane.
///
/// @param tasks how many unfinished ones are before it
/// @param blocker the first of them; null when there is none
record Ahead(long tasks, @Nullable Blocker blocker) {
  private static final Ahead NOTHING = new Ahead(0, null);

  /// @param ageInSeconds since it was accepted
  record Blocker(String taskId, String commandType, long ageInSeconds) {}

  /// @param head the first unfinished task of the lane
  static Ahead of(Task task, Optional<Task> head, Instant now) {
    boolean waits = task.state() instanceof TaskState.Received;
    return head.filter(first -> waits && first.number() < task.number())
        .map(
            first ->
                new Ahead(
                    task.number() - first.number(),
                    new Blocker(
                        first.id().toString(),
                        CommandType.of(first.command()),
                        Math.max(0, Duration.between(first.acceptedAt(), now).toSeconds()))))
        .orElse(NOTHING);
  }
}
