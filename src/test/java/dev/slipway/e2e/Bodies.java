package dev.slipway.e2e;

/// What requests say.
final class Bodies {
  private Bodies() {}

  /// A subscription with one small database.
  static String subscription(String name, String databaseName) {
    return subscriptionOf(name, "[" + database(databaseName) + "]");
  }

  /// A subscription with these databases.
  static String subscriptionOf(String name, String databases) {
    return """
    {"name": "%s", "paymentMethodId": 8241,
     "cloudProviders": [{"regions": [{"region": "us-east-1"}]}],
     "databases": %s}
    """
        .formatted(name, databases);
  }

  /// A small database that keeps every write.
  static String database(String name) {
    return database(name, "aof-every-write");
  }

  /// A small database.
  static String database(String name, String persistence) {
    return """
    {"name": "%s", "datasetSizeInGb": 0.1, "replication": false, "dataPersistence": "%s"}
    """
        .formatted(name, persistence);
  }

  /// A small database that keeps nothing but what its replica has.
  static String replicated(String name) {
    return """
    {"name": "%s", "datasetSizeInGb": 0.1, "dataPersistence": "none"}
    """
        .formatted(name);
  }

  /// The same on a port of the user's choice.
  static String databaseOn(int port, String name) {
    return """
    {"name": "%s", "datasetSizeInGb": 0.1, "replication": false, "port": %d,
     "dataPersistence": "aof-every-write"}
    """
        .formatted(name, port);
  }
}
