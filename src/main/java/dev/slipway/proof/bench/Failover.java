package dev.slipway.proof.bench;

import static dev.slipway.proof.bench.Measured.Limit.atMost;

import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.RedisClient;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/// For how long nobody can write to a replicated database whose primary is killed: from the kill to
/// the first write that its replica takes, at the same endpoint and with the same password.
record Failover() implements Figure {
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /// A replicated database that writes nothing down.
  static final String BODY =
      """
      {"name": "load", "datasetSizeInGb": 0.1, "replication": true, "dataPersistence": "none"}
      """;

  @Override
  public String name() {
    return "failover";
  }

  @Override
  public List<Measured> measure(Workbench bench) throws Exception {
    PreparedFolder folder = bench.folder();
    Tenant tenant = folder.addTenants(1).getFirst();
    Samples gaps = new Samples();
    try (Program program = bench.serve(folder);
        HttpConnection connection = Workbench.connect(program, tenant)) {
      Steps steps = new Steps(connection);
      String databases = steps.emptySubscription() + "/databases";
      String path = databases + "/" + steps.resource(connection.send("POST", databases, BODY, ""));
      JsonNode database = steps.await(path, "active").json();
      for (int i = 0; i < WARM_UP + ROUNDS; i++) {
        long gap = gap(database);
        if (i >= WARM_UP) {
          gaps.add(gap);
        }
        steps.await(path, "active");
      }
    }
    return List.of(
        new Measured(
            "write gap when the primary of a replicated database is killed",
            gaps.median(),
            atMost(200, " ms"),
            gaps.text()));
  }

  private static long gap(JsonNode database) throws IOException {
    until(() -> replicated(database));
    long pid = Long.parseLong(server(database, "process_id:"));
    ProcessHandle primary = ProcessHandle.of(pid).orElseThrow();
    long start = System.nanoTime();
    primary.destroyForcibly();
    until(() -> written(database));
    return System.nanoTime() - start;
  }

  private static boolean written(JsonNode database) {
    try (RedisClient redis = client(database)) {
      return redis.call("SET", "k", "v").equals("OK");
    } catch (IOException _) {
      return false; // not yet
    }
  }

  /// Whether its replica gets every write.
  static boolean replicated(JsonNode database) throws IOException {
    try (RedisClient redis = client(database)) {
      return redis.call("INFO", "replication").contains("state=online");
    }
  }

  /// Which run of Redis takes its writes; empty when none answers.
  static String run(JsonNode database) {
    try {
      return server(database, "run_id:");
    } catch (IOException _) {
      return ""; // not yet
    }
  }

  private static String server(JsonNode database, String name) throws IOException {
    try (RedisClient redis = client(database)) {
      return line(redis.call("INFO", "server"), name);
    }
  }

  /// A connection to whoever takes its writes.
  static RedisClient client(JsonNode database) throws IOException {
    String endpoint = database.path("publicEndpoint").asString();
    int port = Integer.parseInt(endpoint.substring(endpoint.indexOf(':') + 1));
    return RedisClient.open(port, database.at("/security/password").asString());
  }

  /// What is waited for.
  interface Condition {
    boolean holds() throws IOException;
  }

  /// Waits a minute at most.
  static void until(Condition condition) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new IOException("waited in vain for a minute");
      }
      LockSupport.parkNanos(Workbench.PAUSE_NANOS);
    }
  }

  private static String line(String info, String name) {
    return info.lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .findFirst()
        .orElse("");
  }
}
