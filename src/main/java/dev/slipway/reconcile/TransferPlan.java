package dev.slipway.reconcile;

import dev.slipway.model.Transfer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Which backups and imports begin next: at most four of a subscription at once (api-rules 1.5),
/// one of a database, in the order in which they were asked for.
final class TransferPlan {
  private static final int AT_ONCE = 4;

  private TransferPlan() {}

  /// @param underWay all that have not ended, those that run included
  /// @param running those that were begun
  static List<Transfer> next(List<Transfer> underWay, Collection<Transfer.Key> running) {
    var busy =
        new ArrayList<>(
            underWay.stream().filter(transfer -> running.contains(transfer.key())).toList());
    var next = new ArrayList<Transfer>();
    for (Transfer transfer : underWay) {
      if (!running.contains(transfer.key()) && hasPlace(transfer, busy)) {
        busy.add(transfer);
        next.add(transfer);
      }
    }
    return next;
  }

  private static boolean hasPlace(Transfer transfer, List<Transfer> busy) {
    int database = transfer.key().databaseId();
    return busy.stream().noneMatch(other -> other.key().databaseId() == database)
        && busy.stream()
                .filter(other -> other.subscriptionId() == transfer.subscriptionId())
                .count()
            < AT_ONCE;
  }
}
