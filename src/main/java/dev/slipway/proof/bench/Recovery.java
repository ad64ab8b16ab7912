package dev.slipway.proof.bench;

import static dev.slipway.proof.bench.Measured.Limit.atMost;

import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.Tenant;
import java.util.List;

/// A server with 100 running databases is killed: from the next exec until all are verified, which
/// is what ready means.
record Recovery() implements Figure {
  private static final int DATABASES = 100;
  private static final int STARTS = 3;

  @Override
  public String name() {
    return "recovery";
  }

  @Override
  public List<Measured> measure(Workbench bench) throws Exception {
    PreparedFolder folder = bench.folder();
    Tenant tenant = folder.addTenants(1).getFirst();
    List<String> command = bench.command(folder, 0);
    try (Program program = bench.serve(command);
        HttpConnection connection = Workbench.connect(program, tenant)) {
      new Steps(connection).subscription(DATABASES);
    }
    Samples recoveries = new Samples();
    for (int i = 0; i < STARTS; i++) {
      long start = System.nanoTime();
      try (Program _ = bench.serve(command)) {
        recoveries.add(System.nanoTime() - start);
      }
    }
    return List.of(
        new Measured(
            "recovery: start to 100 databases verified",
            recoveries.median() / 1e3,
            atMost(3, " s"),
            recoveries.text()));
  }
}
