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
  private final Queue<Limited> waits = new ConcurrentLinkedQueue<>();
  private final Thread thread;

  /// Somebody's wait.
  interface Wait {
    /// Whether it needs no limit any more.
    boolean isOver();

    /// It has lasted too long, or nobody will end it: fails with a {@link TimeoutException} unless
    /// it is over.
    void giveUp();
  }

  private record Answer(CompletableFuture<?> awaited) implements Wait {
    @Override
    public boolean isOver() {
      return awaited.isDone();
    }

    @Override
    public void giveUp() {
      awaited.completeExceptionally(new TimeoutException());
    }
  }

  /// In the order of their ends, since all have the same patience.
  private record Limited(Wait watched, long end) {
    boolean isDue() {
      return watched.isOver() || System.nanoTime() - end > 0;
    }
  }

  /// @param patience how long a wait may take
  Deadlines(Duration patience) {
    this.patience = patience;
    this.thread = Thread.ofPlatform().name("store-deadlines").daemon(true).start(this::run);
  }

  /// From now on the answer has this much time; then it fails with a {@link TimeoutException}.
  <T> CompletableFuture<T> watch(CompletableFuture<T> answer) {
    if (!answer.isDone()) {
      watch(new Answer(answer));
    }
    return answer;
  }

  /// From now on it has this much time.
  void watch(Wait wait) {
    waits.add(new Limited(wait, System.nanoTime() + patience.toNanos()));
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(LOOK);
        for (Limited first = waits.peek(); first != null && first.isDue(); first = waits.peek()) {
          waits.remove().watched().giveUp();
        }
      }
    } catch (InterruptedException _) {
      waits.forEach(limited -> limited.watched().giveUp());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
