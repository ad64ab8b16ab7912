package dev.slipway.proof.crashloop;

import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.Reply;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Deletes everything that an account has, as a client would.
record Farewell(Tenant tenant, Ledger ledger) {
  private static final String SUBSCRIPTIONS = "/v1/subscriptions";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /// Databases first, then subscriptions, until the API shows none.
  void say(int port) throws IOException, InterruptedException {
    try (HttpConnection connection = HttpConnection.open(port, tenant)) {
      List<String> subscriptions = subscriptions(connection);
      for (String subscription : subscriptions) {
        for (String database : databases(connection, subscription)) {
          delete(connection, database);
        }
      }
      for (String subscription : subscriptions) {
        awaitNone(connection, subscription);
        delete(connection, subscription);
      }
    }
  }

  private static void awaitNone(HttpConnection connection, String subscription)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!databases(connection, subscription).isEmpty() && System.nanoTime() < end) {
      Thread.sleep(PAUSE);
    }
  }

  private void delete(HttpConnection connection, String path) throws IOException {
    Reply reply = connection.send("DELETE", path, "", "");
    if (reply.accepted()) {
      ledger.promised(tenant, "farewell", reply.taskId());
    } else {
      ledger.found("DELETE " + path + " was answered with " + reply.status());
    }
  }

  private static List<String> subscriptions(HttpConnection connection) throws IOException {
    return paths(connection.get(SUBSCRIPTIONS).json().path("subscriptions"), "id", SUBSCRIPTIONS);
  }

  private static List<String> databases(HttpConnection connection, String subscription)
      throws IOException {
    String all = subscription + "/databases";
    JsonNode page = connection.get(all).json().path("subscription").path(0).path("databases");
    return paths(page, "databaseId", all);
  }

  private static List<String> paths(JsonNode list, String id, String above) {
    List<String> paths = new ArrayList<>();
    list.forEach(one -> paths.add(above + "/" + one.path(id).asInt()));
    return paths;
  }
}
