package dev.slipway.proof.bench;

import static dev.slipway.proof.bench.Measured.Limit.atMost;

import dev.slipway.proof.live.Endpoint;
import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.RedisClient;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.util.List;
import javax.net.SocketFactory;

/// For how long nobody can write to a replicated database whose primary is killed: from the kill to
/// the first write that its replica takes, at the same endpoint and with the same password.
record Failover() implements Figure {
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 20;

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
      var database = steps.await(path, "active").json();
      Endpoint endpoint = Steps.endpoint(database, SocketFactory.getDefault());
      for (int i = 0; i < WARM_UP + ROUNDS; i++) {
        long gap = gap(endpoint);
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

  private static long gap(Endpoint endpoint) throws IOException {
    awaitReplica(endpoint);
    ProcessHandle primary = ProcessHandle.of(process(endpoint)).orElseThrow();
    long start = System.nanoTime();
    primary.destroyForcibly();
    Condition written = () -> written(endpoint);
    written.await();
    return System.nanoTime() - start;
  }

  private static boolean written(Endpoint endpoint) {
    try (RedisClient redis = RedisClient.open(endpoint)) {
      return redis.call("SET", "k", "v").equals("OK");
    } catch (IOException _) {
      return false; // not yet
    }
  }

  /// Waits until its replica gets every write.
  static void awaitReplica(Endpoint endpoint) throws IOException {
    Condition replicated =
        () -> {
          try (RedisClient redis = RedisClient.open(endpoint)) {
            return redis.call("INFO", "replication").contains("state=online");
          }
        };
    replicated.await();
  }

  /// The process of the Redis that takes its writes.
  static long process(Endpoint endpoint) throws IOException {
    try (RedisClient redis = RedisClient.open(endpoint)) {
      return InfoLine.number(redis, "server", "process_id");
    }
  }
}
