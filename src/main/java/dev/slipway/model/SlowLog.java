package dev.slipway.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What took long on databases that run.
@FunctionalInterface
public interface SlowLog {
  /// The latest of one database, the newest first; empty when its Redis does not answer in time.
  Optional<List<Entry>> latest(int databaseId);

  /// One command that took long.
  ///
  /// @param id counts from 0 since the Redis was started
  /// @param command its words as far as Redis keeps them, with blanks between
  record Entry(long id, Instant startedAt, Duration took, String command) {}
}
