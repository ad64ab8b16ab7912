package dev.slipway.store;

import dev.slipway.model.Kind;

/// Counters: ids start at 10001 and never come back.
public interface Ids {
  /// The next id of a kind.
  ///
  /// @throws IdsUsedUp after 2^31-1, the largest number that clients can hold
  int next(Kind kind);

  /// The next account id.
  ///
  /// @throws IdsUsedUp after 2^31-1
  int nextAccount();
}
