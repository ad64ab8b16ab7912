package dev.slipway.model;

import org.jspecify.annotations.Nullable;

/// How far the processing of one request has come (mission, "Task process states"). It only moves
/// forward: Received, InProgress, then one of the last two.
public sealed interface TaskState {
  /// Stored and waiting in its account's lane. It cannot be cancelled any more.
  record Received() implements TaskState {}

  /// The account's worker has it.
  record InProgress() implements TaskState {}

  /// Accepted: the rows are written and provisioning goes on without the task.
  ///
  /// @param resourceId the resource that was made, changed or is being deleted
  /// @param found what it found out, such as the prices of a dry run
  record Completed(@Nullable Integer resourceId, @Nullable Finding found) implements TaskState {}

  /// Refused or broken; nothing was changed.
  record Failed(Problem problem) implements TaskState {}

  /// Whether the task will never change again.
  default boolean terminal() {
    return this instanceof Completed || this instanceof Failed;
  }
}
