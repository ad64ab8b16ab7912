package dev.slipway.store;

import dev.slipway.model.AccountId;
import dev.slipway.model.Alarm;
import java.util.List;

/// Which alerts of databases have their threshold crossed.
public interface Alarms {
  /// All of an account's databases, by database and name.
  List<Alarm> of(AccountId account);

  /// It is crossed from now on.
  ///
  /// @return false when it was already
  boolean begin(AccountId account, Alarm alarm);

  /// It is not crossed any more.
  ///
  /// @return false when it was not
  boolean end(int databaseId, String alert);

  /// Removes those of a database.
  void removeAll(int databaseId);
}
