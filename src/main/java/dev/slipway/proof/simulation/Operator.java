package dev.slipway.proof.simulation;

import dev.slipway.admin.FailoverOrder;
import dev.slipway.api.http.Refusal;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.store.Store;
import dev.slipway.store.StoreUnavailable;
import dev.slipway.store.Tx;
import java.util.List;

/// The one who runs the server: now and then a database is to fail over, whatever state it is in;
/// now and then one that cannot.
record Operator(Host host) {
  /// Orders a failover.
  void order(Store store, Rows rows) {
    boolean any = host.chance.oneIn(10);
    List<Resource<DatabaseSpec>> databases =
        rows.databases().filter(database -> any || database.spec().replication()).toList();
    if (databases.isEmpty()) {
      return;
    }
    Resource<DatabaseSpec> database = host.chance.of(databases);
    host.trace.add(() -> "the operator orders a failover of " + database.ref());
    try {
      if (store.write(tx -> given(tx, database))) {
        host.marks.add(Mark.FAILOVER_ASKED);
      }
    } catch (Refusal | StoreUnavailable e) {
      host.trace.add(() -> "  is refused: " + e.getMessage());
    }
  }

  private boolean given(Tx tx, Resource<DatabaseSpec> database) {
    var row = tx.databases().find(database.account(), database.id());
    row.ifPresent(now -> FailoverOrder.give(tx, now, host.clock.instant()));
    return row.isPresent();
  }
}
