package dev.slipway.model;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Tells the next stage to look at the rows now instead of at its next timer. It carries no data:
/// rings while nobody waits are one ring.
public final class Bell implements Runnable {
  private final Semaphore rung = new Semaphore(0);

  /// Rings.
  @Override
  public void run() {
    if (rung.availablePermits() == 0) {
      rung.release();
    }
  }

  /// Waits for a ring, at most this long.
  public void await(Duration atMost) throws InterruptedException {
    if (rung.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      rung.drainPermits();
    }
  }
}
