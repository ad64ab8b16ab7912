package dev.slipway.platform;

import dev.slipway.model.Vitals;
import java.util.Optional;

/// Asks databases that run for their numbers, without a visit.
public interface Gauge {
  /// Which of a database's two Redis is meant.
  enum Part {
    /// The one that takes writes.
    LEADER,
    /// The one that follows, if there is one.
    FOLLOWER
  }

  /// What it says of its work; empty when it does not run, or does not answer in time.
  Optional<Vitals> read(int databaseId, Part part);

  /// Has it look after itself this often a second, 1 to 500. One that does not hear it stays as it
  /// is.
  void pace(int databaseId, Part part, int hz);
}
