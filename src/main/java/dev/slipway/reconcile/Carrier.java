package dev.slipway.reconcile;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Schedule;
import dev.slipway.model.Settings;
import dev.slipway.model.Status;
import dev.slipway.model.Transfer;
import dev.slipway.model.Transfer.State;
import dev.slipway.model.Wanted;
import dev.slipway.platform.TransferException;
import dev.slipway.platform.Transport;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/// Brings backups and imports to an end, and orders those that are due. What a death of the server
/// broke off is begun again, three times at most: so each ends.
public record Carrier(Store store, Transport transport, InstantSource clock) {
  private static final System.Logger LOG = System.getLogger(Carrier.class.getName());
  private static final int MOST_ATTEMPTS = 3;
  private static final int MOST_ORDERS = 100;

  /// Orders backups whose time has come.
  void order() {
    Instant now = clock.instant();
    if (store.read(tx -> tx.schedules().due(now, 1)).isEmpty()) {
      return;
    }
    store.write(
        tx -> {
          tx.schedules().due(now, MOST_ORDERS).forEach(due -> order(tx, due, now));
          return true;
        });
  }

  /// One that is still under way is this one too.
  private static void order(Tx tx, Schedule due, Instant now) {
    tx.schedules().put(due.after(now));
    var key = Transfer.Key.backup(due.databaseId(), due.region());
    if (tx.transfers().find(key).filter(Transfer::underWay).isPresent()) {
      return;
    }
    tx.databases()
        .find(due.account(), due.databaseId())
        .ifPresent(database -> order(tx, key, database, now));
  }

  private static void order(Tx tx, Transfer.Key key, Resource<DatabaseSpec> database, Instant now) {
    database
        .spec()
        .backup(key.region())
        .map(DatabaseSpec.Backup::storagePath)
        .ifPresent(
            path -> tx.transfers().order(Transfer.ordered(key, database, List.of(path), now)));
  }

  /// What may begin now. While a database comes up or changes, its transfers wait: it will be
  /// active or in error soon.
  ///
  /// @param running what was begun and has not ended
  List<Transfer> next(Collection<Transfer.Key> running) {
    return store.read(
        tx ->
            TransferPlan.next(
                tx.transfers().underWay().stream()
                    .filter(transfer -> running.contains(transfer.key()) || settled(tx, transfer))
                    .toList(),
                running));
  }

  /// Those whose database was removed meanwhile, and their rows with it.
  List<Transfer.Key> gone(Collection<Transfer.Key> running) {
    return running.isEmpty()
        ? List.of()
        : store.read(
            tx -> running.stream().filter(key -> tx.transfers().find(key).isEmpty()).toList());
  }

  private static boolean settled(Tx tx, Transfer transfer) {
    return tx.databases()
        .find(transfer.account(), transfer.key().databaseId())
        .map(Resource::status)
        .filter(status -> status instanceof Status.Pending || status instanceof Status.Changing)
        .isEmpty();
  }

  /// Begins one, unless it has ended or is gone.
  boolean begin(Transfer transfer) {
    return store.write(tx -> tx.transfers().begin(transfer.key()));
  }

  /// Does one that was begun, as a whole or without effect.
  State carry(Transfer transfer) {
    var database =
        store.read(tx -> tx.databases().find(transfer.account(), transfer.key().databaseId()));
    if (database.isEmpty()) {
      return failed("The database is gone.");
    }
    try {
      carry(transfer, database.get().spec());
      return new State.Succeeded();
    } catch (TransferException e) {
      LOG.log(System.Logger.Level.INFO, transfer.key() + " failed", e);
      return new State.Failed(e.failure());
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, transfer.key() + " broke off", e);
      return failed("Something unforeseen happened; the server's log has the cause.");
    }
  }

  /// Writes down how one ended.
  void end(Transfer transfer, State state) {
    store.write(
        tx -> {
          tx.transfers().end(transfer.key(), state, clock.instant());
          return true;
        });
  }

  private void carry(Transfer transfer, DatabaseSpec database) throws TransferException {
    int id = transfer.key().databaseId();
    if (transfer.attempts() >= MOST_ATTEMPTS) {
      transport.release(id);
      throw new TransferException(
          Transfer.Reason.GENERAL_ERROR,
          "The server ended %s times while it was at it.".formatted(MOST_ATTEMPTS));
    }
    switch (transfer.key().direction()) {
      case BACKUP -> transport.backUp(id, transfer.places().getFirst(), fileName(transfer));
      case IMPORT ->
          transport.fill(
              id, transfer.orderedAt().toString(), transfer.places(), maxMemory(database));
    }
  }

  private static long maxMemory(DatabaseSpec database) {
    return Settings.wantedBy(Wanted.alone(database)).maxMemory();
  }

  /// Such as `2026-11-27T16-00-00Z-10001-cache-1_of_1.rdb.gz` (api-rules 4.7).
  private static String fileName(Transfer transfer) {
    String time = transfer.orderedAt().truncatedTo(ChronoUnit.MILLIS).toString().replace(':', '-');
    String region = transfer.key().region().isEmpty() ? "" : transfer.key().region() + "-";
    return "%s-%s-%s%s-1_of_1.rdb.gz"
        .formatted(time, transfer.key().databaseId(), region, transfer.databaseName());
  }

  private static State failed(String description) {
    return new State.Failed(new Transfer.Failure(Transfer.Reason.GENERAL_ERROR, description));
  }
}
