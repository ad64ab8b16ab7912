package dev.slipway;

import dev.slipway.api.task.Holds;
import dev.slipway.model.Bell;
import dev.slipway.model.TaskId;
import dev.slipway.task.Verdicts;
import java.time.Duration;

/// How a stage wakes those who wait for its rows. Nothing is lost with a signal: whoever misses one
/// reads the rows a little later.
///
/// @param lanes rung when a task waits for a worker
/// @param verdicts submits that wait a moment for their task's verdict
/// @param holds polls that are held until their task has ended
/// @param due rung when there is something to reconcile
/// @param transfers rung when there may be a backup or an import to begin
record Signals(Bell lanes, Verdicts verdicts, Holds holds, Bell due, Bell transfers) {
  private static final Duration ANSWER_WAITS = Duration.ofMillis(100);

  /// Those of a server that answers as this configuration says.
  static Signals of(Config config) {
    return new Signals(
        new Bell(),
        new Verdicts(ANSWER_WAITS),
        config.heldPolls() ? Holds.open() : Holds.closed(),
        new Bell(),
        new Bell());
  }

  /// A task has its verdict.
  void finished(TaskId task) {
    verdicts.given(task);
    holds.taskFinished(task);
    due.run();
    transfers.run();
  }
}
