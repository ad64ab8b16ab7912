package dev.slipway.api.task;

import dev.slipway.model.AccountId;
import dev.slipway.model.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Polls that wait for their task to finish. They are only woken here; what they answer they read
/// from the rows again. Safe for use by many threads.
public final class Holds implements AutoCloseable {
  private static final int MOST_AN_ACCOUNT = 64;
  private static final int MOST = 1_000;

  private final Map<TaskId, List<Hold>> waiting = new HashMap<>();
  private final Map<AccountId, Integer> perAccount = new HashMap<>();
  private int count;
  private boolean open;

  private Holds(boolean open) {
    this.open = open;
  }

  /// Polls may wait.
  public static Holds open() {
    return new Holds(true);
  }

  /// Every poll is answered at once.
  public static Holds closed() {
    return new Holds(false);
  }

  /// Wakes the polls of a task that has its verdict.
  public synchronized void taskFinished(TaskId task) {
    waiting.getOrDefault(task, List.of()).forEach(Hold::wake);
  }

  /// Wakes every poll, and lets none wait from now on.
  @Override
  public synchronized void close() {
    open = false;
    waiting.values().forEach(holds -> holds.forEach(Hold::wake));
  }

  /// A place to wait for a task; empty when too many wait already.
  synchronized Optional<Hold> take(AccountId account, TaskId task) {
    int own = perAccount.getOrDefault(account, 0);
    if (!open || count >= MOST || own >= MOST_AN_ACCOUNT) {
      return Optional.empty();
    }
    var hold = new Hold(account, task);
    waiting.computeIfAbsent(task, _ -> new ArrayList<>(1)).add(hold);
    perAccount.put(account, own + 1);
    count++;
    return Optional.of(hold);
  }

  private synchronized void give(Hold hold) {
    waiting.computeIfPresent(
        hold.task,
        (_, holds) -> {
          holds.remove(hold);
          return holds.isEmpty() ? null : holds;
        });
    perAccount.computeIfPresent(hold.account, (_, own) -> own == 1 ? null : own - 1);
    count--;
  }

  /// One poll that waits. Closing it gives its place back.
  final class Hold implements AutoCloseable {
    private final AccountId account;
    private final TaskId task;
    private final CountDownLatch woken = new CountDownLatch(1);

    private Hold(AccountId account, TaskId task) {
      this.account = account;
      this.task = task;
    }

    /// Waits until the task is finished or the server ends, at most this long.
    ///
    /// @return whether it was woken; the row alone says by what
    boolean await(Duration atMost) {
      try {
        return woken.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    private void wake() {
      woken.countDown();
    }

    @Override
    public void close() {
      give(this);
    }
  }
}
