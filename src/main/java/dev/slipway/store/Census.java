package dev.slipway.store;

import java.util.Map;

/// Counts of rows, over all accounts, for whoever watches over the server.
public interface Census {
  /// How many databases are in each status, by the word that it is kept under, such as `active`.
  Map<String, Long> databases();

  /// What the lanes of all accounts hold.
  Queues queues();

  /// @param submitted tasks that were ever accepted
  /// @param waiting tasks that wait
  /// @param running tasks that are processed
  /// @param deepest how many wait in the longest lane
  record Queues(long submitted, long waiting, long running, long deepest) {}
}
