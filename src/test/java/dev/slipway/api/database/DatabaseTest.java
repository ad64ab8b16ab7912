package dev.slipway.api.database;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Client;
import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A test of the databases of one active subscription, which has one from its creation plan.
abstract class DatabaseTest {
  @TempDir Path folder;
  ApiServer server;
  Client owner;
  int subscription;
  int planned;

  @BeforeEach
  void start() {
    server = ApiServer.start(folder);
    owner = server.owner(1);
    subscription = subscribed(true);
    planned = owner.get(databases()).json().at("/subscription/0/databases/0/databaseId").asInt();
    server.settle(Kind.DATABASE, planned, new Status.Active());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  int subscribed(boolean publicAccess) {
    return subscribed("\"publicEndpointAccess\":" + publicAccess);
  }

  /// @param wish a field of the request
  int subscribed(String wish) {
    int id =
        resource(
            owner.post(
                "/v1/subscriptions",
                """
                {"paymentMethodId":8241,%s,
                 "cloudProviders":[{"regions":[{"region":"us-east-1"}]}],
                 "databases":[{"name":"planned","datasetSizeInGb":1}]}
                """
                    .formatted(wish)));
    server.settle(Kind.SUBSCRIPTION, id, new Status.Active());
    return id;
  }

  String databases() {
    return "/v1/subscriptions/" + subscription + "/databases";
  }

  int created(String body) {
    int id = resource(owner.post(databases(), body));
    server.settle(Kind.SUBSCRIPTION, subscription, new Status.Active());
    return id;
  }

  int resource(Client.Reply accepted) {
    return task(accepted).at("/response/resourceId").asInt();
  }

  JsonNode task(Client.Reply accepted) {
    server.process();
    return owner.get("/v1/tasks/" + accepted.taskId()).json();
  }

  JsonNode shown(int id) {
    return owner.get(databases() + "/" + id).json();
  }
}
