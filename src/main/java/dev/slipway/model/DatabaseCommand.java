package dev.slipway.model;

/// What can be asked of a database besides making, changing and deleting it.
public sealed interface DatabaseCommand extends Command {
  /// Its subscription.
  int subscriptionId();

  /// The database.
  int databaseId();

  /// Run a later version of Redis.
  record UpgradeDatabase(int subscriptionId, int databaseId, String target)
      implements DatabaseCommand {}

  /// Tell how its last backup went.
  record ReadBackup(int subscriptionId, int databaseId) implements DatabaseCommand {}

  /// Tell how its last import went.
  record ReadImport(int subscriptionId, int databaseId) implements DatabaseCommand {}
}
