package dev.slipway.platform;

import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Wanted;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;

/// A platform that is looked at by any number of threads and changed by a bounded number at once: a
/// look mostly waits, and an action makes processes.
public final class BoundedPlatform implements Platform {
  private final Platform platform;
  private final Semaphore starts;
  private final Semaphore others;

  /// @param platform what is looked at and changed
  /// @param starts how many there may be at once; each keeps a processor busy
  /// @param others how many other actions there may be at once; some wait for seconds
  public BoundedPlatform(Platform platform, int starts, int others) {
    this.platform = platform;
    this.starts = new Semaphore(starts, true);
    this.others = new Semaphore(others, true);
  }

  @Override
  public Observed observe(int databaseId, Wanted wanted) throws PlatformException {
    return platform.observe(databaseId, wanted);
  }

  @Override
  public boolean ended(int databaseId) {
    return platform.ended(databaseId);
  }

  @Override
  public boolean free(int port) {
    return platform.free(port);
  }

  @Override
  public void apply(Action action, int databaseId, Wanted wanted) throws PlatformException {
    Semaphore places = action == Action.START ? starts : others;
    take(places);
    try {
      platform.apply(action, databaseId, wanted);
    } finally {
      places.release();
    }
  }

  private static void take(Semaphore places) throws PlatformException {
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
