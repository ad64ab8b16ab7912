package dev.slipway.platform;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;

/// A platform that is looked at by any number of threads and changed by a bounded number at once: a
/// look mostly waits, and an action makes processes.
public final class BoundedPlatform implements Platform {
  private final Platform platform;
  private final Semaphore places;

  /// @param platform what is looked at and changed
  /// @param actions how many there may be at once
  public BoundedPlatform(Platform platform, int actions) {
    this.platform = platform;
    this.places = new Semaphore(actions, true);
  }

  @Override
  public Observed observe(int databaseId, DatabaseSpec wanted) throws PlatformException {
    return platform.observe(databaseId, wanted);
  }

  @Override
  public void apply(Action action, int databaseId, DatabaseSpec wanted) throws PlatformException {
    takePlace();
    try {
      platform.apply(action, databaseId, wanted);
    } finally {
      places.release();
    }
  }

  private void takePlace() throws PlatformException {
    try {
      places.acquire();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new PlatformException(
          new Problem(ProblemType.PROVISION_FAILURE, "The server ended before its turn came."),
          false);
    }
  }

  @Override
  public void onSuspicion(IntConsumer look) {
    platform.onSuspicion(look);
  }
}
