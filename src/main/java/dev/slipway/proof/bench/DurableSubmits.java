package dev.slipway.proof.bench;

import static dev.slipway.proof.bench.Measured.Limit.atLeast;

import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.Java;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.Reply;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// Durable submits on 32 connections: how many a second, against a bare Helidon that reads and
/// checks the same bodies; and, in a run under strace, how many an fsync.
record DurableSubmits() implements Figure {
  private static final int CONNECTIONS = 32;
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final Duration LOAD = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "durable-submits";
  }

  @Override
  public List<Measured> measure(Workbench bench) throws Exception {
    PreparedFolder folder = bench.folder();
    List<Tenant> tenants = folder.addTenants(CONNECTIONS);
    double submits;
    try (Program program = bench.serve(folder)) {
      submits = perSecond(Crowd.gather(program, tenants));
    }
    double bare = bare(bench, tenants);
    return List.of(
        new Measured(
            "durable submits a second, against checked PUTs of a bare Helidon",
            submits / bare,
            atLeast(1.0 / 3, "x"),
            String.format(Locale.ROOT, "%.0f/s against %.0f/s", submits, bare)),
        traced(bench));
  }

  private static double bare(Workbench bench, List<Tenant> tenants) throws Exception {
    Java java = Java.of(HelloWorld.class.getName(), Java.ownFlags()).with("check");
    try (Program program = bench.start(java.command())) {
      program.awaitPort();
      List<String> paths = tenants.stream().map(_ -> "/v1/subscriptions/1").toList();
      return perSecond(new Crowd(program, tenants, paths));
    }
  }

  private static double perSecond(Crowd crowd) throws Exception {
    load(crowd, WARM_UP);
    return load(crowd, LOAD) * 1e9 / LOAD.toNanos();
  }

  /// Every fsync of the load counts, also those of the tasks that are processed meanwhile.
  private static Measured traced(Workbench bench) throws Exception {
    PreparedFolder folder = bench.folder();
    List<Tenant> tenants = folder.addTenants(CONNECTIONS);
    try (Traced server = Traced.serve(bench, folder)) {
      Crowd crowd = Crowd.gather(server.program(), tenants);
      load(crowd, WARM_UP);
      long before = server.syncs();
      long submits = load(crowd, LOAD);
      long syncs = server.syncs() - before;
      return new Measured(
          "durable submits an fsync, 32 connections",
          (double) submits / syncs,
          atLeast(5, ""),
          submits + " submits, " + syncs + " fsyncs");
    }
  }

  private static long load(Crowd crowd, Duration duration) throws Exception {
    AtomicLong accepted = new AtomicLong();
    long end = System.nanoTime() + duration.toNanos();
    crowd.all((connection, path) -> accepted.addAndGet(submitUntil(end, connection, path)));
    return accepted.get();
  }

  private static long submitUntil(long end, HttpConnection connection, String path)
      throws IOException {
    long count = 0;
    while (System.nanoTime() < end) {
      Reply reply = connection.send("PUT", path, "{\"name\": \"name-%d\"}".formatted(count), "");
      if (!reply.accepted()) {
        throw new IOException("a submit was answered with " + reply.status() + reply.text());
      }
      count++;
    }
    return count;
  }
}
