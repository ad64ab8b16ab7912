package dev.slipway.model;

import java.util.OptionalLong;

/// How much memory databases use at this moment.
@FunctionalInterface
public interface MemoryInUse {
  /// Bytes that the Redis of a database uses, of the one that takes writes; empty when it does not
  /// answer in time.
  OptionalLong of(int databaseId);
}
