package dev.slipway.platform.process;

import dev.slipway.model.DatabaseSpec;

/// Where the two Redis of a database live. One without a replica has only the first.
///
/// @param primary the folder of the one that takes writes
/// @param replica the folder of the other
record Pair(DatabaseFolder primary, DatabaseFolder replica) {
  /// Whose turn it is, as the wish says.
  static Pair of(DatabaseFolder first, DatabaseSpec wanted) {
    boolean even = wanted.epoch() % 2 == 0;
    return even ? new Pair(first, first.second()) : new Pair(first.second(), first);
  }
}
