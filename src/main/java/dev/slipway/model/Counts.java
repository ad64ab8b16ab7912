package dev.slipway.model;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/// What a server counts from its start to its end, for whoever watches over it.
///
/// @param requests by the side of the server that answered them and the class of the answer
/// @param tasks from acceptance to verdict, by the verdict
/// @param steps of the reconciler, by what came of them
/// @param restarts of Redis that had served under this server
/// @param failovers how often a replica took over
public record Counts(
    Tally<Deed> requests,
    Tally<String> tasks,
    Tally<Deed> steps,
    LongAdder restarts,
    LongAdder failovers) {
  /// Nothing yet.
  public Counts() {
    this(new Tally<>(), new Tally<>(), new Tally<>(), new LongAdder(), new LongAdder());
  }

  /// Counts a task that has its verdict, and no other.
  public void finished(Task task) {
    switch (task.state()) {
      case TaskState.Completed _ -> tasks.add("completed", taken(task));
      case TaskState.Failed _ -> tasks.add("failed", taken(task));
      case TaskState.Received _, TaskState.InProgress _ -> {}
    }
  }

  private static Duration taken(Task task) {
    Duration taken = Duration.between(task.acceptedAt(), task.changedAt());
    return taken.isNegative() ? Duration.ZERO : taken; // the clock was set back
  }

  /// Something that was done.
  ///
  /// @param outcome in a word
  public record Deed(String what, String outcome) {}
}
