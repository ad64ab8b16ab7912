package dev.slipway.model;

import java.util.Optional;

/// What the last pass over the running databases has found.
@FunctionalInterface
public interface Charts {
  /// Before the first pass, and where none is made.
  Charts NONE = _ -> Optional.empty();

  /// That of one database: of the Redis that takes its writes. Empty when it did not answer.
  Optional<Chart> latest(int databaseId);
}
