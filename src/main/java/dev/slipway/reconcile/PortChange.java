package dev.slipway.reconcile;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.Trouble;
import dev.slipway.store.Tx;
import java.time.Instant;
import java.util.OptionalInt;

/// Another port for a leased database, because somebody else holds its own.
record PortChange(Reconciler with, Resource<?> database, DatabaseSpec spec) {
  /// Frees the port and reserves another; a row that is not the same any more is left alone.
  ///
  /// @return false when no other is free: then everything stays as it was
  boolean reserve(Tx tx) {
    Instant now = with.clock().instant();
    if (tx.work()
        .held(database.ref(), with.owner())
        .filter(row -> row.version() == database.version())
        .isEmpty()) {
      return true;
    }
    tx.ports().release(database.id(), now);
    OptionalInt port =
        tx.ports()
            .reserveAny(with.portFrom(), with.portTo(), database.id(), OptionalInt.of(spec.port()));
    if (port.isEmpty()) {
      tx.ports().reserve(spec.port(), database.id());
      return false;
    }
    tx.work().adjust(database, with.owner(), spec.withPort(port.getAsInt()));
    return true;
  }

  /// What is wrong when no other is free.
  Trouble noneFree(String holder) {
    return new Trouble(
        new Problem(
            ProblemType.DATABASE_PORT_IS_UNAVAILABLE,
            "Port %s is held by %s and no other port of %s-%s is free: widen --database-ports or"
                    .formatted(spec.port(), holder, with.portFrom(), with.portTo())
                + " delete databases."),
        false);
  }
}
