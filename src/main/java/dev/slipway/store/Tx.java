package dev.slipway.store;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.SubscriptionSpec;

/// One transaction's view of the tables. Not to be kept after the work has returned.
public interface Tx {
  /// Accounts, users and keys.
  Accounts accounts();

  /// The queues, one row an account.
  Lanes lanes();

  /// The requests in them.
  Tasks tasks();

  /// Subscriptions.
  Resources<SubscriptionSpec> subscriptions();

  /// Databases.
  Resources<DatabaseSpec> databases();

  /// The same rows, as the reconciler sees them.
  Work work();

  /// Ports of databases.
  Ports ports();

  /// Counters of ids.
  Ids ids();
}
