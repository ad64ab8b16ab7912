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
  /// As many as another server on this host is likely to hold in a row.
  private static final int TRIED = 1_000;

  /// A port that nobody holds now. Without this look each one that a neighbour holds would cost a
  /// move and a longer pause.
  OptionalInt likelyFree() {
    return with
        .store()
        .read(tx -> tx.ports().unused(with.portFrom(), with.portTo(), TRIED))
        .stream()
        .mapToInt(Integer::intValue)
        .filter(port -> port != spec.port() && with.platform().free(port))
        .findFirst();
  }

  /// Frees the port and reserves another; a row that is not the same any more is left alone.
  ///
  /// @param likely the one to take if it still can be had
  /// @return false when no other is free: then everything stays as it was
  boolean reserve(Tx tx, OptionalInt likely) {
    Instant now = with.clock().instant();
    if (tx.work()
        .held(database.ref(), with.owner())
        .filter(row -> row.version() == database.version())
        .isEmpty()) {
      return true;
    }
    tx.ports().release(database.id(), now);
    OptionalInt port =
        likely.isPresent() && tx.ports().reserve(likely.getAsInt(), database.id())
            ? likely
            : any(tx);
    if (port.isEmpty()) {
      tx.ports().reserve(spec.port(), database.id());
      return false;
    }
    tx.work().adjust(database, with.owner(), spec.withPort(port.getAsInt()));
    return true;
  }

  private OptionalInt any(Tx tx) {
    return tx.ports()
        .reserveAny(with.portFrom(), with.portTo(), database.id(), OptionalInt.of(spec.port()));
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
