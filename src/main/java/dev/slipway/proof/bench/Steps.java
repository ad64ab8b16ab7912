package dev.slipway.proof.bench;

import dev.slipway.proof.live.Endpoint;
import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.Reply;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import tools.jackson.databind.JsonNode;

/// The moves of a client that several figures make. Each polls with a small pause.
///
/// @param connection of the tenant who moves
record Steps(HttpConnection connection) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MOST_OF_ONE_PLAN = 100;
  private static final String PLAN =
      """
      {"name": "planned-%d", "datasetSizeInGb": 0.1, "replication": false, "quantity": %d}
      """;

  /// Makes a subscription with this many databases, and waits until it is active.
  ///
  /// @return its path
  String subscription(int databases) throws IOException {
    String body =
        """
        {"name": "bench", "paymentMethod": "marketplace",
         "cloudProviders": [{"regions": [{"region": "us-east-1", "networking": {"deploymentCIDR": "10.0.0.0/24"}}]}],
         "databases": [%s]}
        """;
    List<String> plan = new ArrayList<>();
    for (int left = databases; left > 0; left -= MOST_OF_ONE_PLAN) {
      plan.add(PLAN.formatted(plan.size(), Math.min(left, MOST_OF_ONE_PLAN)));
    }
    Reply reply =
        connection.send("POST", "/v1/subscriptions", body.formatted(String.join(", ", plan)), "");
    String path = "/v1/subscriptions/" + resource(reply);
    await(path, "active");
    return path;
  }

  /// Makes a subscription without any database.
  ///
  /// @return its path
  String emptySubscription() throws IOException {
    String subscription = subscription(1);
    String databases = subscription + "/databases";
    int planned =
        connection.get(databases).json().at("/subscription/0/databases/0/databaseId").asInt();
    delete(databases + "/" + planned);
    return subscription;
  }

  /// Waits for the verdict on a request.
  ///
  /// @return the resource that it was about
  int resource(Reply reply) throws IOException {
    if (!reply.accepted()) {
      throw new IOException(
          "a request was refused with %d: %s".formatted(reply.status(), reply.text()));
    }
    Reply task = await("/v1/tasks/" + reply.taskId(), "processing-completed");
    return task.json().at("/response/resourceId").asInt();
  }

  /// Waits until the status is this.
  Reply await(String path, String status) throws IOException {
    return await(path, reply -> reply.state().equals(status));
  }

  /// What connects to an active database.
  ///
  /// @param path the database's
  SocketFactory sockets(String path) throws IOException, GeneralSecurityException {
    if (!await(path, "active").json().at("/security/enableTls").asBoolean()) {
      return SocketFactory.getDefault();
    }
    JsonNode certificate = connection.get(path + "/certificate").json();
    return Endpoint.trusting(certificate.path("publicCertificatePEMString").asString());
  }

  /// Where an active database is reached.
  static Endpoint endpoint(JsonNode database, SocketFactory sockets) {
    String address = database.path("publicEndpoint").asString();
    int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
    return new Endpoint(port, database.at("/security/password").asString(), sockets);
  }

  /// Deletes it and waits until it is gone.
  void delete(String path) throws IOException {
    connection.send("DELETE", path, "", "");
    await(path, reply -> reply.status() == 404);
  }

  private Reply await(String path, Predicate<Reply> wanted) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Reply reply = connection.get(path);
    while (!wanted.test(reply)) {
      if (System.nanoTime() > end) {
        throw new IOException(path + " stays as it is: " + reply.text());
      }
      LockSupport.parkNanos(Workbench.PAUSE_NANOS);
      reply = connection.get(path);
    }
    return reply;
  }
}
