package dev.slipway.store;

import dev.slipway.model.Kind;

/// Counters: ids start at 10001 and never come back.
public interface Ids {
  /// The next id of a kind.
  ///
  /// @throws IllegalStateException after 2^31-1
  int next(Kind kind);

  /// The next account id.
  int nextAccount();
}
