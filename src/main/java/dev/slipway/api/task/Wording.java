package dev.slipway.api.task;

import dev.slipway.model.TaskState;
import org.jspecify.annotations.Nullable;

/// The API's words for the states of a task (client-contract 2.1 and 2.2).
///
/// @param description null while it is being processed
record Wording(String status, @Nullable String description) {
  static final Wording RECEIVED =
      new Wording("received", "Task request received and is being queued for processing.");
  private static final Wording IN_PROGRESS = new Wording("processing-in-progress", null);
  private static final Wording COMPLETED =
      new Wording(
          "processing-completed",
          "Request processing completed successfully and its resources are now being provisioned /"
              + " de-provisioned.");
  private static final Wording FAILED =
      new Wording(
          "processing-error",
          "Task request failed during processing. See error information for failure details.");

  /// Those of a state.
  static Wording of(TaskState state) {
    return switch (state) {
      case TaskState.Received _ -> RECEIVED;
      case TaskState.InProgress _ -> IN_PROGRESS;
      case TaskState.Completed _ -> COMPLETED;
      case TaskState.Failed _ -> FAILED;
    };
  }
}
