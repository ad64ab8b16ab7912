package dev.slipway;

import dev.slipway.store.StoreUnavailable;
import dev.slipway.task.Sweeper;
import java.time.Duration;

/// Sweeps every few minutes, far more often than the hour that the sweeper takes for a jump of the
/// clock.
final class SweeperLoop implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SweeperLoop.class.getName());
  private static final Duration PERIOD = Duration.ofMinutes(10);

  private final Thread thread;

  SweeperLoop(Sweeper sweeper) {
    this.thread = Thread.ofVirtual().name("sweeper").start(() -> run(sweeper));
  }

  private static void run(Sweeper sweeper) {
    boolean open = true;
    while (open) {
      try {
        Thread.sleep(PERIOD);
        sweeper.sweep();
      } catch (InterruptedException _) {
        open = false;
      } catch (RuntimeException e) {
        StoreUnavailable.tell(LOG, "old tasks stay for now", e);
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
