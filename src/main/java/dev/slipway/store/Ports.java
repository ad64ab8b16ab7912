package dev.slipway.store;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/// Which port belongs to which database. A port is reserved by a row before anything binds it.
public interface Ports {
  /// Reserves the port that was unused for longest, passing over one that turned out to be taken.
  ///
  /// @return empty when the range is exhausted
  OptionalInt reserveAny(int from, int to, int databaseId, OptionalInt except);

  /// Ports of this range that belong to no database, the one that was unused for longest first.
  List<Integer> unused(int from, int to, int most);

  /// Reserves this port.
  ///
  /// @return false when it belongs to another database
  boolean reserve(int port, int databaseId);

  /// Frees every port of a database; they go to the end of the row.
  void release(int databaseId, Instant now);

  /// Whether this port belongs to a database.
  boolean taken(int port);

  /// Ports of this range that belong to databases.
  int usedIn(int from, int to);
}
