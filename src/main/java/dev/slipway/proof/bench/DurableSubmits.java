package dev.slipway.proof.bench;

import static dev.slipway.proof.bench.Measured.Limit.atLeast;

import dev.slipway.proof.bench.Measured.Limit;
import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.Java;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.Reply;
import dev.slipway.proof.live.Strace;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Durable submits on 32 connections of one account: how many a second, against a bare Helidon that
/// reads and checks the same bodies; and, in a run under strace, how many an fsync.
///
/// Each is the update of a database as a provisioning tool sends it, with all present values. They
/// come in waves, each on another account, and the next begins when the lane of the last is empty:
/// otherwise the lanes would fill, and a submit would be refused.
record DurableSubmits() implements Figure {
  private static final int CONNECTIONS = 32;
  private static final int ACCOUNTS = 4;
  private static final int SUBMITS = 3_200;
  private static final int WARM_UP_WAVES = 20;
  private static final int WAVES = 11;
  private static final String AN_FSYNC = "durable submits an fsync, 32 connections";
  private static final Limit SUBMITS_AN_FSYNC = atLeast(5, "");
  private static final String BODY =
      """
      {"name": "load", "datasetSizeInGb": 0.1, "supportOSSClusterApi": false,
       "dataPersistence": "none", "dataEvictionPolicy": "volatile-lru", "replication": false,
       "throughputMeasurement": {"by": "operations-per-second", "value": 1000},
       "sourceIp": ["0.0.0.0/0"], "enableTls": false,
       "alerts": [{"name": "dataset-size", "value": 80}]}
      """;

  @Override
  public String name() {
    return "durable-submits";
  }

  @Override
  public List<Measured> measure(Workbench bench) throws Exception {
    return List.of(paired(bench), traced(bench));
  }

  /// The two take turns, wave by wave, so that a moment in which the machine is slow is in both.
  private static Measured paired(Workbench bench) throws Exception {
    PreparedFolder folder = bench.folder();
    List<Tenant> tenants = folder.addTenants(ACCOUNTS);
    Java java = Java.of(HelloWorld.class.getName(), Java.ownFlags()).with("check");
    List<String> paths = Collections.nCopies(ACCOUNTS, "/v1/subscriptions/1/databases/1");
    try (Program program = bench.serve(folder);
        Program bare = bench.start(java.command())) {
      bare.awaitPort();
      List<String> databases = databases(program, tenants);
      for (int i = 0; i < WARM_UP_WAVES; i++) {
        timed(program, tenants, databases, i);
        timed(bare, tenants, paths, i);
      }
      Pairs pairs = new Pairs();
      for (int i = 0; i < WAVES; i++) {
        pairs.add(timed(program, tenants, databases, i), timed(bare, tenants, paths, i));
      }
      return new Measured(
          "durable submits a second, against checked PUTs of a bare Helidon",
          pairs.ratio(),
          atLeast(1.0 / 3, "x"),
          pairs.text());
    }
  }

  /// Every fsync while a wave comes counts, also those of the tasks that are processed meanwhile.
  private static Measured traced(Workbench bench) throws Exception {
    Optional<String> hindrance = Strace.hindrance();
    if (hindrance.isPresent()) {
      return Measured.not(AN_FSYNC, SUBMITS_AN_FSYNC, hindrance.get());
    }
    PreparedFolder folder = bench.folder();
    List<Tenant> tenants = folder.addTenants(ACCOUNTS);
    try (Traced server = Traced.serve(bench, folder)) {
      List<String> databases = databases(server.program(), tenants);
      for (int i = 0; i < WARM_UP_WAVES; i++) {
        timed(server.program(), tenants, databases, i);
      }
      long syncs = 0;
      for (int i = 0; i < ACCOUNTS; i++) {
        long before = server.syncs();
        wave(server.program(), tenants.get(i), databases.get(i));
        syncs += server.syncs() - before;
      }
      long submits = (long) ACCOUNTS * SUBMITS;
      return new Measured(
          AN_FSYNC,
          (double) submits / syncs,
          SUBMITS_AN_FSYNC,
          submits + " submits, " + syncs + " fsyncs; " + folder.pragmas());
    }
  }

  /// A database of each tenant.
  private static List<String> databases(Program program, List<Tenant> tenants) throws IOException {
    List<String> paths = new ArrayList<>();
    for (Tenant tenant : tenants) {
      try (HttpConnection connection = Workbench.connect(program, tenant)) {
        Steps steps = new Steps(connection);
        String databases = steps.emptySubscription() + "/databases";
        int id = steps.resource(connection.send("POST", databases, BODY, ""));
        steps.await(databases + "/" + id, "active");
        paths.add(databases + "/" + id);
      }
    }
    return paths;
  }

  /// @return requests a second in a wave, without the time in which the lane is emptied
  private static double timed(
      Program program, List<Tenant> tenants, List<String> databases, int wave) throws Exception {
    int turn = wave % tenants.size();
    long start = System.nanoTime();
    List<String> tasks = wave(program, tenants.get(turn), databases.get(turn));
    long nanos = System.nanoTime() - start;
    finish(program, tenants.get(turn), tasks);
    return SUBMITS * 1e9 / nanos;
  }

  /// @return the last task of each connection
  private static List<String> wave(Program program, Tenant tenant, String database)
      throws Exception {
    Crowd crowd =
        new Crowd(
            program,
            Collections.nCopies(CONNECTIONS, tenant),
            Collections.nCopies(CONNECTIONS, database));
    List<String> tasks = Collections.synchronizedList(new ArrayList<>());
    crowd.all((connection, path) -> tasks.add(submit(connection, path)));
    return tasks;
  }

  private static void finish(Program program, Tenant tenant, List<String> tasks)
      throws IOException {
    try (HttpConnection connection = Workbench.connect(program, tenant)) {
      Steps steps = new Steps(connection);
      for (String task : tasks) {
        steps.await("/v1/tasks/" + task, "processing-completed");
      }
    }
  }

  /// @return the last task
  private static String submit(HttpConnection connection, String path) throws IOException {
    Reply reply = connection.send("PUT", path, BODY, "");
    for (int i = 1; i < SUBMITS / CONNECTIONS; i++) {
      reply = connection.send("PUT", path, BODY, "");
      if (!reply.accepted()) {
        throw new IOException("a submit was answered with " + reply.status() + reply.text());
      }
    }
    return reply.taskId();
  }
}
