package dev.slipway.store;

import dev.slipway.model.AccountId;
import dev.slipway.model.CostReport;
import java.time.Instant;
import java.util.Optional;

/// Reports that were made, by the names of their files.
public interface CostReports {
  /// Keeps one.
  void add(AccountId account, String name, CostReport report, Instant now);

  /// One of this account.
  Optional<CostReport> find(AccountId account, String name);

  /// Removes those made before then, a bounded number at a time.
  ///
  /// @return how many were removed
  int removeOlderThan(Instant made, int limit);
}
