package dev.slipway.e2e;

/// What the Terraform provider sends, field by field (client-contract 3.3 and 3.4).
final class TerraformBodies {
  static final int PAYMENT_METHOD = 8241;

  /// A certificate as the Go client spells it, a plain string; it is none.
  static final String PUT_BROKEN_CERTIFICATE =
      """
      {"dryRun": false, "replicaOf": null, "enableTls": true,
       "clientTlsCertificates": ["no certificate"]}
      """;

  private TerraformBodies() {}

  /// A subscription with two databases that only tell what it must bear.
  static String postSubscription() {
    return """
    {"name": "tf-subscription", "dryRun": false,
     "paymentMethod": "credit-card", "paymentMethodId": %d,
     "memoryStorage": "ram", "redisVersion": "7.4", "publicEndpointAccess": true,
     "cloudProviders": [{"provider": "AWS", "cloudAccountId": 1, "regions": [
       {"region": "eu-west-1", "multipleAvailabilityZones": false,
        "networking": {"deploymentCIDR": "10.0.0.0/24"}}]}],
     "databases": [{"name": "creation-plan-db-1", "protocol": "redis", "datasetSizeInGb": 1,
       "supportOSSClusterApi": false, "replication": true, "quantity": 2,
       "throughputMeasurement": {"by": "operations-per-second", "value": 1000}}]}
    """
        .formatted(PAYMENT_METHOD);
  }

  /// What a subscription already is.
  static String putSubscription() {
    return """
    {"name": "tf-subscription", "paymentMethodId": %d, "publicEndpointAccess": true}
    """
        .formatted(PAYMENT_METHOD);
  }

  /// A database, without a password.
  static String postDatabase() {
    return """
    {"dryRun": false, "name": "tf-database", "protocol": "redis", "datasetSizeInGb": 1,
     "supportOSSClusterApi": false, "useExternalEndpointForOSSClusterApi": false,
     "respVersion": "resp3", "redisVersion": "7.4", "dataPersistence": "aof-every-1-second",
     "dataEvictionPolicy": "allkeys-lru", "replication": true, "enableTls": false,
     "autoMinorVersionUpgrade": true,
     "throughputMeasurement": {"by": "operations-per-second", "value": 1000},
     "alerts": [{"name": "dataset-size", "value": 80}], "modules": [{"name": "RedisJSON"}]}
    """;
  }

  /// The whole database, as the provider repeats it after every create and at every update.
  ///
  /// @param replicaOf `null` when there never was a source, `[]` to clear
  /// @param password from the state that the provider keeps
  static String putDatabase(String replicaOf, String password) {
    return """
    {"dryRun": false, "name": "tf-database", "datasetSizeInGb": 1,
     "supportOSSClusterApi": false, "useExternalEndpointForOSSClusterApi": false,
     "respVersion": "resp3", "dataPersistence": "aof-every-1-second",
     "dataEvictionPolicy": "allkeys-lru", "replication": true, "enableTls": false,
     "enableDefaultUser": true, "autoMinorVersionUpgrade": true,
     "throughputMeasurement": {"by": "operations-per-second", "value": 1000},
     "sourceIp": ["0.0.0.0/0"], "clientTlsCertificates": [], "alerts": [],
     "replicaOf": %s, "password": "%s"}
    """
        .formatted(replicaOf, password);
  }
}
