package dev.slipway.proof.bench;

import static dev.slipway.proof.bench.Measured.Limit.atMost;

import dev.slipway.proof.live.Endpoint;
import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.RedisClient;
import dev.slipway.proof.live.TemporaryFolder;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import javax.net.SocketFactory;
import tools.jackson.databind.JsonNode;

/// A backup of 300 MB to a folder of this machine, from the request until it is there, against
/// {@link RdbDump} of the same data from the same engine that was started by hand; in turn.
///
/// The values are random letters, which Redis does not shorten: all 300 MB are sent.
record Backup() implements Figure {
  private static final int WARM_UP = 1;
  private static final int ROUNDS = 5;
  private static final int KEYS = 300_000;
  private static final int KEYS_AT_ONCE = 100;
  private static final int VALUE = 1_000;
  private static final int LETTERS = 64;

  /// Each look is a task, with an fsync: more of them would slow down what is measured.
  private static final Duration PAUSE = Duration.ofMillis(20);

  private static final String CONF =
      """
      port %d
      bind 127.0.0.1
      save ""
      repl-diskless-sync yes
      repl-diskless-sync-delay 0
      """;
  private static final String ORDER = "{\"adhocBackupPath\": \"file:///backups\"}";

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public List<Measured> measure(Workbench bench) throws Exception {
    PreparedFolder folder = bench.folder();
    Tenant tenant = folder.addTenants(1).getFirst();
    Path backups = bench.aside("backups");
    List<String> command = new ArrayList<>(bench.command(folder, 0));
    command.addAll(List.of("--backup-dir", backups.toString()));
    int port = Workbench.freePort();
    Samples ours = new Samples();
    Samples floors = new Samples();
    try (Program program = bench.serve(command);
        HttpConnection connection = Workbench.connect(program, tenant);
        var _ = engine(bench, folder, port)) {
      String database = full(new Steps(connection));
      fill(Endpoint.inClear(port, ""));
      RdbDump dump = new RdbDump(port, bench.aside("floor").resolve("dump.rdb"));
      for (int i = 0; i < WARM_UP + ROUNDS; i++) {
        backUp(connection, database, i < WARM_UP ? new Samples() : ours);
        (i < WARM_UP ? new Samples() : floors).time(dump::run);
        new TemporaryFolder(backups.resolve(tenant.id().toString())).close();
        Files.delete(dump.file());
      }
      return List.of(
          new Measured(
              "backup of 300 MB to a folder, against redis-cli --rdb",
              ours.median() / floors.median(),
              atMost(1.5, "x"),
              ours.text() + " against " + floors.text()));
    }
  }

  /// The same engine, in an empty folder of its own.
  private static BareRedis.Running engine(Workbench bench, PreparedFolder folder, int port)
      throws Exception {
    Endpoint endpoint = Endpoint.inClear(port, "");
    return BareRedis.of(folder).start(bench.aside("by-hand"), CONF.formatted(port), endpoint);
  }

  /// @return the path of a database that holds the data
  private static String full(Steps steps) throws Exception {
    String databases = steps.emptySubscription() + "/databases";
    String body = "{\"name\": \"full\", \"datasetSizeInGb\": 1, \"replication\": false}";
    int id = steps.resource(steps.connection().send("POST", databases, body, ""));
    String path = databases + "/" + id;
    JsonNode database = steps.await(path, "active").json();
    fill(Steps.endpoint(database, SocketFactory.getDefault()));
    return path;
  }

  private static void fill(Endpoint endpoint) throws IOException {
    Random random = new Random(1);
    try (RedisClient redis = RedisClient.open(endpoint)) {
      for (int i = 0; i < KEYS; i += KEYS_AT_ONCE) {
        List<String> words = new ArrayList<>(List.of("MSET"));
        for (int key = i; key < i + KEYS_AT_ONCE; key++) {
          words.add("key:" + key);
          words.add(value(random));
        }
        redis.call(words.toArray(String[]::new));
      }
    }
  }

  private static String value(Random random) {
    char[] letters = new char[VALUE];
    for (int i = 0; i < VALUE; i++) {
      letters[i] = (char) ('0' + random.nextInt(LETTERS));
    }
    return new String(letters);
  }

  private static void backUp(HttpConnection connection, String database, Samples samples)
      throws Exception {
    Steps steps = new Steps(connection);
    samples.time(
        () -> {
          steps.resource(connection.send("POST", database + "/backup", ORDER, ""));
          while (!isThere(connection, steps, database)) {
            LockSupport.parkNanos(PAUSE.toNanos());
          }
        });
  }

  private static boolean isThere(HttpConnection connection, Steps steps, String database)
      throws IOException {
    String task = connection.get(database + "/backup").taskId();
    JsonNode shown = steps.await("/v1/tasks/" + task, "processing-completed").json();
    String status = shown.at("/response/resource/status").asString();
    if (status.equals("failed")) {
      throw new IOException("the backup failed: " + shown);
    }
    return status.equals("success");
  }
}
