package dev.slipway.admin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// Whether the server may be sent work, told by whoever starts it. Safe for use by many threads.
public final class Readiness {
  private final AtomicReference<Optional<String>> obstacle;
  private final CountDownLatch first = new CountDownLatch(1);

  /// Not ready yet.
  ///
  /// @param reason what is being waited for
  public Readiness(String reason) {
    this.obstacle = new AtomicReference<>(Optional.of(reason));
  }

  /// Interrupted work was picked up: from now on the server is ready.
  public void ready() {
    obstacle.set(Optional.empty());
    first.countDown();
  }

  /// Waits until it has been ready once, at most this long. Until then rows may say what was true
  /// before the start.
  public void await(Duration atMost) {
    try {
      boolean _ = first.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Why the server is not ready; empty when it is.
  public Optional<String> obstacle() {
    return obstacle.get();
  }
}
