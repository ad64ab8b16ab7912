package dev.slipway.command;

import dev.slipway.model.Finding;
import dev.slipway.model.Prices;
import dev.slipway.model.Problem;
import dev.slipway.model.TaskState;
import org.jspecify.annotations.Nullable;

/// The verdict of a handler.
public sealed interface Outcome {
  /// The rows are written; or, for a dry run, everything was checked and nothing was written.
  ///
  /// @param resourceId the resource that was made, changed or is being deleted; null for a dry run
  /// @param found what a dry run or a question found out; null otherwise
  record Accepted(@Nullable Integer resourceId, @Nullable Finding found) implements Outcome {
    /// What was made, changed or is being deleted.
    public static Accepted resource(int id) {
      return new Accepted(id, null);
    }

    /// What it would cost.
    static Accepted dryRun(Prices prices) {
      return new Accepted(null, prices);
    }
  }

  /// A rule refused; no row was changed.
  record Rejected(Problem problem) implements Outcome {}

  /// The last state of the task.
  default TaskState state() {
    return switch (this) {
      case Accepted(var resourceId, var found) -> new TaskState.Completed(resourceId, found);
      case Rejected(var problem) -> new TaskState.Failed(problem);
    };
  }
}
