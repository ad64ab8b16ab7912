package dev.slipway.store;

import dev.slipway.model.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Backups and imports: the last one of each kind of a database.
public interface Transfers {
  /// Puts one under way, in the place of the last one; keeps when that ended.
  void order(Transfer transfer);

  /// The last one.
  Optional<Transfer> find(Transfer.Key key);

  /// All that have not ended, in the order in which they were asked for.
  List<Transfer> underWay();

  /// Counts another beginning.
  ///
  /// @return false when it has ended or is gone
  boolean begin(Transfer.Key key);

  /// Ends one; forgets its places. One that is gone stays so.
  void end(Transfer.Key key, Transfer.State state, Instant now);

  /// Removes those of a database.
  void removeAll(int databaseId);
}
