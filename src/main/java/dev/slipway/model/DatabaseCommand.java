package dev.slipway.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be asked of a database besides making, changing and deleting it.
public sealed interface DatabaseCommand extends Command {
  /// Its subscription.
  int subscriptionId();

  /// The database.
  int databaseId();

  /// Run a later version of Redis.
  record UpgradeDatabase(int subscriptionId, int databaseId, String target)
      implements DatabaseCommand {}

  /// Remove all its data.
  record FlushDatabase(int subscriptionId, int databaseId) implements DatabaseCommand {}

  /// Tell how its last backup went.
  ///
  /// @param region of which copy; only of an Active-Active database
  record ReadBackup(int subscriptionId, int databaseId, @Nullable String region)
      implements DatabaseCommand {}

  /// Tell how its last import went.
  record ReadImport(int subscriptionId, int databaseId) implements DatabaseCommand {}

  /// Back it up now.
  ///
  /// @param adhocPath where to, or null for where all its backups go
  record StartBackup(
      int subscriptionId, int databaseId, @Nullable String regionName, @Nullable Secret adhocPath)
      implements DatabaseCommand {}

  /// Fill it with other data.
  record StartImport(int subscriptionId, int databaseId, ImportSource source, List<Secret> uris)
      implements DatabaseCommand {}
}
