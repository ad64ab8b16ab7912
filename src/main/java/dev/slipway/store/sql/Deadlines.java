package dev.slipway.store.sql;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;

/// Ends waits that are too long: one thread for all of them. A wait with a time limit of its own
/// sets and cancels a timer, which costs each request a twentieth of its work.
final class Deadlines implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Duration patience;
  private final Queue<Wait> waits = new ConcurrentLinkedQueue<>();
  private final Thread thread;

  /// In the order of their ends, since all have the same patience.
  private record Wait(CompletableFuture<?> answer, long end) {
    boolean isOver() {
      return answer.isDone() || System.nanoTime() - end > 0;
    }

    void giveUp() {
      answer.completeExceptionally(new TimeoutException());
    }
  }

  /// @param patience how long an answer may take
  Deadlines(Duration patience) {
    this.patience = patience;
    this.thread = Thread.ofPlatform().name("store-deadlines").daemon(true).start(this::run);
  }

  /// From now on the answer has this much time; then it fails with a {@link TimeoutException}.
  <T> CompletableFuture<T> watch(CompletableFuture<T> answer) {
    if (!answer.isDone()) {
      waits.add(new Wait(answer, System.nanoTime() + patience.toNanos()));
    }
    return answer;
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
