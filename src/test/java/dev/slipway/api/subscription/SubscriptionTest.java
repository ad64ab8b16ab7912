package dev.slipway.api.subscription;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Client;
import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A test of the subscriptions of one account.
abstract class SubscriptionTest {
  /// What the Terraform provider sends: one cloud, one region, a plan of one database.
  static final String BODY =
      """
      {"name":"shop","dryRun":false,"paymentMethod":"credit-card","paymentMethodId":8241,
       "memoryStorage":"ram","publicEndpointAccess":true,
       "cloudProviders":[{"provider":"AWS","cloudAccountId":1,
         "regions":[{"region":"eu-west-1","networking":{"deploymentCIDR":"10.0.0.0/24"}}]}],
       "databases":[{"name":"creation-plan-db-1","protocol":"redis","datasetSizeInGb":1,
         "supportOSSClusterApi":false,"dataPersistence":"none","replication":true,"quantity":2,
         "throughputMeasurement":{"by":"operations-per-second","value":1000}}]}
      """;

  @TempDir Path folder;
  ApiServer server;
  Client owner;

  @BeforeEach
  void start() {
    server = ApiServer.start(folder);
    owner = server.owner(1);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  int created(String body) {
    var task = owner.post("/v1/subscriptions", body).taskId();
    server.process();
    return owner.get("/v1/tasks/" + task).json().at("/response/resourceId").asInt();
  }

  JsonNode shown(int id) {
    return owner.get("/v1/subscriptions/" + id).json();
  }

  /// It and its databases are active.
  void settle(int subscription) {
    server.settle(Kind.SUBSCRIPTION, subscription, new Status.Active());
    owner
        .get("/v1/subscriptions/" + subscription + "/databases")
        .json()
        .at("/subscription/0/databases")
        .forEach(
            database ->
                server.settle(
                    Kind.DATABASE, database.get("databaseId").asInt(), new Status.Active()));
  }
}
