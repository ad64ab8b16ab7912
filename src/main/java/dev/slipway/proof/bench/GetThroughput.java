package dev.slipway.proof.bench;

import static dev.slipway.proof.bench.Measured.Limit.atLeast;

import dev.slipway.proof.live.Endpoint;
import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.RedisClient;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads a second through a database's endpoint, against the same engine with the same files that
/// was started by hand; in turn.
///
/// @param kind what is special in it
/// @param fields of the request's body that make it so
record GetThroughput(String kind, String fields) implements Figure {
  private static final int CONNECTIONS = 16;
  private static final int READS = 2_000;
  private static final int WARM_UP = 4;
  private static final int PAIRS = 11;
  private static final String VALUE = "v".repeat(100);

  @Override
  public String name() {
    return "get-throughput-" + kind;
  }

  @Override
  public List<Measured> measure(Workbench bench) throws Exception {
    PreparedFolder folder = bench.folder();
    Tenant tenant = folder.addTenants(1).getFirst();
    Pairs pairs = new Pairs();
    Samples ours = new Samples();
    Samples floors = new Samples();
    try (Program program = bench.serve(folder);
        HttpConnection connection = Workbench.connect(program, tenant)) {
      Steps steps = new Steps(connection);
      String databases = steps.emptySubscription() + "/databases";
      String body = "{\"name\": \"load\", \"datasetSizeInGb\": 0.1, %s}".formatted(fields);
      int id = steps.resource(connection.send("POST", databases, body, ""));
      String path = databases + "/" + id;
      var database = steps.await(path, "active").json();
      Endpoint endpoint = Steps.endpoint(database, steps.sockets(path));
      try (var bare = BareRedis.of(folder).start(id, bench.aside("floor"), endpoint)) {
        for (int i = 0; i < WARM_UP; i++) {
          rate(endpoint, new Samples());
          rate(bare.endpoint(), new Samples());
        }
        for (int i = 0; i < PAIRS; i++) {
          pairs.add(rate(endpoint, ours), rate(bare.endpoint(), floors));
        }
      }
    }
    return List.of(
        new Measured(
            "GETs a second through the endpoint, %s, against the engine by hand".formatted(kind),
            pairs.ratio(),
            atLeast(0.95, "x"),
            String.format(
                Locale.ROOT,
                "%s; p99 %.3f ms against %.3f ms",
                pairs.text(),
                ours.p99(),
                floors.p99())));
  }

  /// @return reads a second on all connections, without the time in which they are opened
  private static double rate(Endpoint endpoint, Samples samples) throws Exception {
    List<RedisClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        RedisClient client = RedisClient.open(endpoint);
        clients.add(client);
        client.call("SET", "k" + i, VALUE);
      }
      long start = System.nanoTime();
      read(clients, samples);
      return CONNECTIONS * READS * 1e9 / (System.nanoTime() - start);
    } finally {
      for (RedisClient client : clients) {
        client.close();
      }
    }
  }

  private static void read(List<RedisClient> clients, Samples samples) throws Exception {
    List<Future<?>> readers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < clients.size(); i++) {
        RedisClient client = clients.get(i);
        String key = "k" + i;
        readers.add(threads.submit(() -> read(client, key, samples)));
      }
    }
    for (Future<?> reader : readers) {
      reader.get();
    }
  }

  private static boolean read(RedisClient client, String key, Samples samples) throws Exception {
    for (int i = 0; i < READS; i++) {
      samples.time(
          () -> {
            if (client.call("GET", key).length() != VALUE.length()) {
              throw new IOException("another value came back");
            }
          });
    }
    return true;
  }
}
