package dev.slipway.proof.bench;

import static dev.slipway.proof.bench.Measured.Limit.atMost;

import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.Reply;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/// For how long nobody can write to a replicated database whose replica takes over while the
/// primary lives: between two acknowledged writes of a client that connects again as soon as it is
/// cut.
record PlannedFailover() implements Figure {
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 20;

  @Override
  public String name() {
    return "planned-failover";
  }

  @Override
  public List<Measured> measure(Workbench bench) throws Exception {
    PreparedFolder folder = bench.folder();
    Tenant tenant = folder.addTenants(1).getFirst();
    String token = "Authorization: Bearer " + folder.addAdminToken() + "\r\n";
    Samples gaps = new Samples();
    try (Program program = bench.serve(folder);
        HttpConnection connection = Workbench.connect(program, tenant)) {
      Steps steps = new Steps(connection);
      String databases = steps.emptySubscription() + "/databases";
      int id = steps.resource(connection.send("POST", databases, Failover.BODY, ""));
      JsonNode database = steps.await(databases + "/" + id, "active").json();
      String order = "/_slipway/v1/accounts/%s/databases/%d/failover".formatted(tenant.id(), id);
      SteadyWriter writer = new SteadyWriter(database);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        threads.execute(writer);
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
          long gap = gap(database, writer, () -> connection.send("POST", order, "", token));
          if (i >= WARM_UP) {
            gaps.add(gap);
          }
        }
        writer.end();
      }
    }
    return List.of(
        new Measured(
            "write gap when the replica of a replicated database is told to take over",
            gaps.median(),
            atMost(10, " ms"),
            gaps.text()));
  }

  private interface Order {
    Reply send() throws IOException;
  }

  private static long gap(JsonNode database, SteadyWriter writer, Order order) throws IOException {
    Failover.until(() -> Failover.replicated(database));
    String before = Failover.run(database);
    writer.begin();
    Reply reply = order.send();
    if (!reply.accepted()) {
      throw new IOException("a failover was refused: " + reply.text());
    }
    Failover.until(() -> !List.of("", before).contains(Failover.run(database)));
    Failover.until(() -> Failover.replicated(database));
    return writer.longestGap();
  }
}
