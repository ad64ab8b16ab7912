package dev.slipway.store;

import dev.slipway.model.AccountId;
import dev.slipway.model.Usage;
import java.time.Instant;
import java.util.List;

/// When databases ran, and at what price. Written in the transactions that say so of the databases
/// themselves, so that a death of the program leaves neither without the other.
public interface Meter {
  /// It runs on these terms from now on; nothing changes when it does so already.
  void runs(AccountId account, int databaseId, Usage.Terms terms, Instant now);

  /// Whether it runs as far as this knows.
  boolean knows(int databaseId);

  /// It does not run any more, if it did.
  void stops(int databaseId, Instant now);

  /// What of an account ran at some time between these, the earliest first.
  List<Usage> of(AccountId account, Instant from, Instant to);

  /// Removes what was over before then, a bounded number at a time.
  ///
  /// @return how many were removed
  int removeOlderThan(Instant end, int limit);
}
