package dev.slipway.store;

import dev.slipway.model.Schedule;
import java.time.Instant;
import java.util.List;

/// When databases are backed up by themselves.
public interface Schedules {
  /// Keeps one, in the place of the database's and region's earlier one.
  void put(Schedule schedule);

  /// Those of a database.
  List<Schedule> of(int databaseId);

  /// Those whose time has come, the longest first.
  List<Schedule> due(Instant now, int limit);

  /// Removes one.
  void remove(int databaseId, String region);

  /// Removes those of a database.
  void removeAll(int databaseId);
}
