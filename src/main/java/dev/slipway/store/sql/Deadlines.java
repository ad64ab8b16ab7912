package dev.slipway.store.sql;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Ends waits that are too long: one thread for all of them. A wait with a time limit of its own
/// sets and cancels a timer, which costs each request a twentieth of its work.
final class Deadlines implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Duration patience;
  private final Queue<Wait> waits = new ConcurrentLinkedQueue<>();
  private final Thread thread;

  /// For an answer, until it is there, its time is over or somebody takes over the duty to give it.
  ///
  /// It forgets the answer when it is taken: it may stand behind others for longer than that.
  static final class Wait {
    private final AtomicReference<@Nullable CompletableFuture<?>> answer;
    private final long end;

    private Wait(CompletableFuture<?> answer, long end) {
      this.answer = new AtomicReference<>(answer);
      this.end = end;
    }

    /// From now on no deadline ends it.
    ///
    /// @return false when somebody has taken it, or the deadline has
    boolean take() {
      return answer.getAndSet(null) != null;
    }

    private boolean isOver() {
      CompletableFuture<?> open = answer.get();
      return open == null || open.isDone() || System.nanoTime() - end > 0;
    }

    private void giveUp() {
      CompletableFuture<?> open = answer.getAndSet(null);
      if (open != null) {
        open.completeExceptionally(new TimeoutException());
      }
    }
  }

  /// @param patience how long an answer may take
  Deadlines(Duration patience) {
    this.patience = patience;
    this.thread = Thread.ofPlatform().name("store-deadlines").daemon(true).start(this::run);
  }

  /// From now on the answer has this much time; then it fails with a {@link TimeoutException}.
  Wait watch(CompletableFuture<?> answer) {
    // In the order of their ends, since all have the same patience.
    Wait wait = new Wait(answer, System.nanoTime() + patience.toNanos());
    waits.add(wait);
    return wait;
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(LOOK);
        for (Wait first = waits.peek(); first != null && first.isOver(); first = waits.peek()) {
          waits.remove().giveUp();
        }
      }
    } catch (InterruptedException _) {
      waits.forEach(Wait::giveUp);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
