package dev.slipway.platform;

import dev.slipway.model.Wanted;
import java.util.function.IntConsumer;

/// Where databases run.
public interface Platform {
  /// Looks at everything that belongs to a database.
  ///
  /// @throws PlatformException when the look itself fails
  Observed observe(int databaseId, Wanted wanted) throws PlatformException;

  /// Whether the process that was last known to serve this database has surely ended. It looks at
  /// nothing else, so that many can be asked for at once; false also when nobody can tell.
  boolean ended(int databaseId);

  /// Whether nobody listens on a port that databases are reached at, as far as can be told now.
  boolean free(int port);

  /// Does one thing; doing it twice is as good as once.
  ///
  /// @throws PlatformException when it did not work, with what the user can do
  void apply(Action action, int databaseId, Wanted wanted) throws PlatformException;

  /// Calls this with the id of a database whose process may have died or hangs. It only asks for a
  /// look.
  void onSuspicion(IntConsumer look);
}
