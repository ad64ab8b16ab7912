package dev.slipway.reconcile;

import dev.slipway.model.Catalogue;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.Usage;
import dev.slipway.store.Tx;
import java.time.Instant;

/// Keeps when databases run, for the cost report: from when one is called active until it is called
/// anything else or is gone. One that is being changed runs on as it was until the change is in
/// force.
final class Metering {
  private Metering() {}

  /// At a look at a database that stays in its status: one that ran before there was a meter is
  /// charged for from now on.
  static void rests(Tx tx, Resource<?> resource, Catalogue catalogue, Instant now) {
    if (resource.spec() instanceof DatabaseSpec
        && resource.status() instanceof Status.Active
        && !tx.meter().knows(resource.id())) {
      settled(tx, resource, resource.status(), catalogue, now);
    }
  }

  /// In the transaction in which the database settles.
  static void settled(
      Tx tx, Resource<?> resource, Status status, Catalogue catalogue, Instant now) {
    Integer parent = resource.parent();
    if (parent == null || !(resource.spec() instanceof DatabaseSpec database)) {
      return;
    }
    if (status instanceof Status.Active) {
      tx.subscriptions()
          .find(resource.account(), parent)
          .map(subscription -> Usage.Terms.of(subscription, database, catalogue))
          .ifPresent(terms -> tx.meter().runs(resource.account(), resource.id(), terms, now));
    } else {
      tx.meter().stops(resource.id(), now);
    }
  }
}
