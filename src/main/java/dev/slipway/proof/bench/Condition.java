package dev.slipway.proof.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Something that comes true in a while.
interface Condition {
  /// How long anything may take.
  Duration PATIENCE = Duration.ofMinutes(2);

  /// Whether it is true now.
  boolean holds() throws IOException;

  /// Waits until it is, and looks after each small pause.
  ///
  /// @throws IOException when it is not in time
  default void await() throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds()) {
      if (System.nanoTime() > end) {
        throw new IOException("waited in vain for " + PATIENCE.toSeconds() + " s");
      }
      LockSupport.parkNanos(Workbench.PAUSE_NANOS);
    }
  }
}
