package dev.slipway.platform;

import dev.slipway.model.DatabaseSpec;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;

/// A platform that is looked at by any number of threads and changed by a bounded number at once: a
/// look mostly waits, and an action makes processes.
///
/// @param platform what is looked at and changed
/// @param places for actions
public record BoundedPlatform(Platform platform, Semaphore places) implements Platform {
  /// @param actions how many there may be at once
  public BoundedPlatform(Platform platform, int actions) {
    this(platform, new Semaphore(actions, true));
  }

  @Override
  public Observed observe(int databaseId, DatabaseSpec wanted) throws PlatformException {
    return platform.observe(databaseId, wanted);
  }

  @Override
  public void apply(Action action, int databaseId, DatabaseSpec wanted) throws PlatformException {
    places.acquireUninterruptibly();
    try {
      platform.apply(action, databaseId, wanted);
    } finally {
      places.release();
    }
  }

  @Override
  public void onSuspicion(IntConsumer look) {
    platform.onSuspicion(look);
  }
}
