package dev.slipway.proof.bench;

import static dev.slipway.proof.bench.Measured.Limit.atMost;

import dev.slipway.proof.live.Endpoint;
import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.SocketFactory;
import tools.jackson.databind.JsonNode;

/// A subscription with 200 databases: from the request until each is active and answers; and what
/// their processes take of a processor when nobody asks them anything.
record ManyAtOnce() implements Figure {
  private static final int DATABASES = 200;
  private static final int PAGE = 100;

  /// A database is called idle a minute after its last command, and is looked at each half a
  /// minute.
  private static final Duration SETTLED = Duration.ofSeconds(100);

  private static final Duration IDLE = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "many-at-once";
  }

  @Override
  public List<Measured> measure(Workbench bench) throws Exception {
    PreparedFolder folder = bench.folder();
    Tenant tenant = folder.addTenants(1).getFirst();
    try (Program program = bench.serve(folder);
        HttpConnection connection = Workbench.connect(program, tenant)) {
      long start = System.nanoTime();
      Steps steps = new Steps(connection);
      List<ProcessHandle> processes = processes(steps, steps.subscription(DATABASES));
      double seconds = (System.nanoTime() - start) / 1e9;
      return List.of(
          new Measured(
              "200 databases ordered at once: until all are active and answer",
              seconds,
              atMost(10, " s"),
              "%d databases, one request".formatted(processes.size())),
          idle(processes, ProcessHandle.of(program.pid()).orElseThrow()));
    }
  }

  private static List<ProcessHandle> processes(Steps steps, String subscription)
      throws IOException {
    List<ProcessHandle> processes = new ArrayList<>();
    for (int offset = 0; offset < DATABASES; offset += PAGE) {
      String page = "%s/databases?offset=%d&limit=%d".formatted(subscription, offset, PAGE);
      for (JsonNode listed :
          steps.connection().get(page).json().at("/subscription/0/databases").values()) {
        int id = listed.path("databaseId").asInt();
        processes.add(process(steps.await(subscription + "/databases/" + id, "active").json()));
      }
    }
    if (processes.size() != DATABASES) {
      throw new IOException("there are %d databases".formatted(processes.size()));
    }
    return processes;
  }

  private static ProcessHandle process(JsonNode database) throws IOException {
    Endpoint endpoint = Steps.endpoint(database, SocketFactory.getDefault());
    return ProcessHandle.of(Failover.process(endpoint)).orElseThrow();
  }

  private static Measured idle(List<ProcessHandle> databases, ProcessHandle server)
      throws InterruptedException {
    Thread.sleep(SETTLED);
    Duration before = used(databases);
    Duration serverBefore = used(List.of(server));
    Thread.sleep(IDLE);
    double share = percent(used(databases).minus(before));
    double serverShare = percent(used(List.of(server)).minus(serverBefore));
    return new Measured(
        "200 idle databases: what they take of one processor",
        share,
        atMost(5, " %"),
        String.format(
            Locale.ROOT, "over %d s, the server itself %.1f %%", IDLE.toSeconds(), serverShare));
  }

  private static Duration used(List<ProcessHandle> processes) {
    return processes.stream()
        .map(process -> process.info().totalCpuDuration().orElseThrow())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static double percent(Duration used) {
    return used.toMillis() * 100.0 / IDLE.toMillis();
  }
}
