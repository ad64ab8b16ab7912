package dev.slipway.admin;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Whether the server may be sent work, told by whoever starts it. Safe for use by many threads.
public final class Readiness {
  private final AtomicReference<Optional<String>> obstacle;

  /// Not ready yet.
  ///
  /// @param reason what is being waited for
  public Readiness(String reason) {
    this.obstacle = new AtomicReference<>(Optional.of(reason));
  }

  /// Interrupted work was picked up: from now on the server is ready.
  public void ready() {
    obstacle.set(Optional.empty());
  }

  /// The server is not ready any more.
  public void notReady(String reason) {
    obstacle.set(Optional.of(reason));
  }

  /// Why the server is not ready; empty when it is.
  public Optional<String> obstacle() {
    return obstacle.get();
  }
}
