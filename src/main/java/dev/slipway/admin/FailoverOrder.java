package dev.slipway.admin;

import dev.slipway.api.http.Refusal;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.Transfer;
import dev.slipway.store.Tx;
import java.time.Instant;

/// The wish that the other Redis of a database take writes. It is kept in the database's row, and
/// whoever makes the world like the rows carries it out.
public final class FailoverOrder {
  private FailoverOrder() {}

  /// Writes it down. A second one before the first has begun changes nothing.
  ///
  /// @return the row with the wish
  /// @throws Refusal 409 when there is no other Redis, or the database is not active, or is being
  ///   filled by an import
  public static DatabaseSpec give(Tx tx, Resource<DatabaseSpec> database, Instant now) {
    if (!database.spec().replication()) {
      throw Refusal.of(
          409,
          "The database %d has no replica that could take over; replication gives it one."
              .formatted(database.id()));
    }
    if (!(database.status() instanceof Status.Active)) {
      throw Refusal.of(
          409, "The database %d is not active; try again when it is.".formatted(database.id()));
    }
    if (imports(tx, database)) {
      throw Refusal.of(
          409,
          "The database %d takes over the data of an import; try again when that has ended."
              .formatted(database.id()));
    }
    if (database.spec().failoverAsked()) {
      return database.spec();
    }
    DatabaseSpec asked = database.spec().askedToFailOver();
    tx.databases().describe(database, asked);
    tx.work().look(database.ref(), now);
    return asked;
  }

  private static boolean imports(Tx tx, Resource<DatabaseSpec> database) {
    return tx.transfers()
        .find(Transfer.Key.filling(database.id()))
        .filter(last -> last.state() instanceof Transfer.State.UnderWay)
        .isPresent();
  }
}
