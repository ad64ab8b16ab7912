package dev.slipway.task;

import dev.slipway.model.TaskId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets the answer to a submit wait a moment for the task's verdict. The answer says `received` all
/// the same; but a client that polls at once then finds its task finished, where it would otherwise
/// come back a second later (client-contract 2.3).
///
/// Nothing depends on it: a submit that does not wait long enough is answered like any other.
///
/// @param patience the longest wait; zero for none
public record Verdicts(Duration patience, Map<TaskId, CountDownLatch> awaited) {
  /// Waits at most this long.
  public Verdicts(Duration patience) {
    this(patience, new ConcurrentHashMap<>());
  }

  /// A verdict was written.
  public void given(TaskId task) {
    CountDownLatch latch = awaited.get(task);
    if (latch != null) {
      latch.countDown();
    }
  }

  /// A task is about to be accepted.
  void expect(TaskId task) {
    if (!patience.isZero()) {
      awaited.put(task, new CountDownLatch(1));
    }
  }

  /// Waits for the verdict of an expected task.
  void await(TaskId task) {
    CountDownLatch latch = awaited.get(task);
    if (latch != null) {
      try {
        // Come or not, the client's poll reads the row.
        boolean _ = latch.await(patience.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Nobody waits for this task any more.
  void forget(TaskId task) {
    awaited.remove(task);
  }
}
