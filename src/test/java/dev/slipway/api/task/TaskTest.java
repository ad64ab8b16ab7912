package dev.slipway.api.task;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Client;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test of the tasks of one account.
abstract class TaskTest {
  static final String BODY =
      """
      {"paymentMethodId":8241,"cloudProviders":[{"regions":[{"region":"us-east-1"}]}],
       "databases":[{"name":"cache","datasetSizeInGb":1}]}
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

  Client.Reply submit(String... headers) {
    return owner.send("POST", "/v1/subscriptions", BODY, headers);
  }

  Client.Reply poll(String taskId) {
    return owner.send("GET", "/v1/tasks/" + taskId, "", "Prefer", "wait=0");
  }
}
