package dev.slipway.platform.process;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.SlowLog;
import dev.slipway.model.Wanted;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// The platform, asked for databases that no role names unless a test says who else is let in.
record SpecPlatform(ProcessPlatform platform) implements AutoCloseable {
  Observed observe(int databaseId, DatabaseSpec wanted) throws PlatformException {
    return observe(databaseId, Wanted.alone(wanted));
  }

  Observed observe(int databaseId, Wanted wanted) throws PlatformException {
    return platform.observe(databaseId, wanted);
  }

  void apply(Action action, int databaseId, DatabaseSpec wanted) throws PlatformException {
    apply(action, databaseId, Wanted.alone(wanted));
  }

  void apply(Action action, int databaseId, Wanted wanted) throws PlatformException {
    platform.apply(action, databaseId, wanted);
  }

  boolean ended(int databaseId) {
    return platform.ended(databaseId);
  }

  boolean free(int port) {
    return platform.free(port);
  }

  Optional<List<SlowLog.Entry>> slowLog(int databaseId) {
    return platform.slowLog(databaseId);
  }

  void onSuspicion(IntConsumer look) {
    platform.onSuspicion(look);
  }

  @Override
  public void close() throws IOException {
    platform.close();
  }
}
