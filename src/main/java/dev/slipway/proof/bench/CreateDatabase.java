package dev.slipway.proof.bench;

import static dev.slipway.proof.bench.Measured.Limit.atMost;

import dev.slipway.proof.live.Endpoint;
import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.util.List;
import javax.net.SocketFactory;
import tools.jackson.databind.JsonNode;

/// From the request to `active` and PONG, against exec to PONG of the same engine with the very
/// configuration that Slipway wrote for that database; in turn.
///
/// @param kind what is special in it
/// @param fields of the request's body that make it so
/// @param most how many times the floor it may take
record CreateDatabase(String kind, String fields, double most) implements Figure {
  private static final int WARM_UP = 300;
  private static final int ROUNDS = 60;

  @Override
  public String name() {
    return "create-database-" + kind;
  }

  @Override
  public List<Measured> measure(Workbench bench) throws Exception {
    PreparedFolder folder = bench.folder();
    Tenant tenant = folder.addTenants(1).getFirst();
    Samples created = new Samples();
    Samples executed = new Samples();
    try (Program program = bench.serve(folder);
        HttpConnection connection = Workbench.connect(program, tenant)) {
      Steps steps = new Steps(connection);
      String databases = steps.subscription(1) + "/databases";
      BareRedis bare = BareRedis.of(folder);
      SocketFactory sockets = steps.sockets(databases + "/" + make(steps, databases, "first"));
      for (int i = 0; i < WARM_UP + ROUNDS; i++) {
        long start = System.nanoTime();
        int id = make(steps, databases, "d" + i);
        JsonNode database = steps.await(databases + "/" + id, "active").json();
        Endpoint endpoint = Steps.endpoint(database, sockets);
        BareRedis.ping(endpoint);
        long took = System.nanoTime() - start;
        try (var floor = bare.start(id, bench.aside("floor-" + i), endpoint)) {
          if (i >= WARM_UP) {
            created.add(took);
            executed.add(floor.startedIn());
          }
        }
        steps.delete(databases + "/" + id);
      }
    }
    return List.of(
        new Measured(
            "create %s database to active and PONG, against exec to PONG".formatted(kind),
            created.median() / executed.median(),
            atMost(most, "x"),
            created.text() + " against " + executed.text()));
  }

  private int make(Steps steps, String databases, String name) throws IOException {
    String body = "{\"name\": \"%s\", \"datasetSizeInGb\": 0.1, %s}".formatted(name, fields);
    return steps.resource(steps.connection().send("POST", databases, body, ""));
  }
}
