package dev.slipway.admin;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;

/// How a database stands with the failover that was asked for.
///
/// @param asked whether one is asked for and not begun
/// @param failovers how often the other one of its two Redis was chosen to take writes, for a
///   failover that was asked for or because the first one had died
record FailoverView(int databaseId, boolean asked, int failovers) {
  static FailoverView of(Resource<DatabaseSpec> database) {
    DatabaseSpec spec = database.spec();
    return new FailoverView(database.id(), spec.failoverAsked(), spec.epoch());
  }
}
