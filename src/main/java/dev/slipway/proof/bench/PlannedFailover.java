package dev.slipway.proof.bench;

import static dev.slipway.proof.bench.Measured.Limit.atMost;

import dev.slipway.proof.live.Endpoint;
import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.Reply;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.SocketFactory;

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
      var database = steps.await(databases + "/" + id, "active").json();
      Endpoint endpoint = Steps.endpoint(database, SocketFactory.getDefault());
      String order = "/_slipway/v1/accounts/%s/databases/%d/failover".formatted(tenant.id(), id);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor();
          var writer = new SteadyWriter(endpoint)) {
        threads.execute(writer);
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
          long gap = gap(endpoint, writer, () -> connection.send("POST", order, "", token));
          if (i >= WARM_UP) {
            gaps.add(gap);
          }
        }
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

  private static long gap(Endpoint endpoint, SteadyWriter writer, Order order) throws IOException {
    Failover.awaitReplica(endpoint);
    long before = Failover.process(endpoint);
    writer.begin();
    Reply reply = order.send();
    if (!reply.accepted()) {
      throw new IOException("a failover was refused: " + reply.text());
    }
    Condition over = () -> isAnother(endpoint, before);
    over.await();
    Failover.awaitReplica(endpoint);
    return writer.longestGap();
  }

  private static boolean isAnother(Endpoint endpoint, long before) {
    try {
      return Failover.process(endpoint) != before;
    } catch (IOException _) {
      return false; // not yet
    }
  }
}
