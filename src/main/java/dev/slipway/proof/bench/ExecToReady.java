package dev.slipway.proof.bench;

import static dev.slipway.proof.bench.Measured.Limit.atMost;

import dev.slipway.model.AccountId;
import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.Java;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// From exec until the server says ready, against a greeting of Helidon with a cache of its own and
/// the same JVM flags; in turn. Each was started before, so that nothing is done for the first
/// time.
record ExecToReady() implements Figure {
  private static final int STARTS = 9;
  private static final Tenant NOBODY = new Tenant(new AccountId(0), "", "");

  @Override
  public String name() {
    return "exec-to-ready";
  }

  @Override
  public List<Measured> measure(Workbench bench) throws Exception {
    PreparedFolder folder = bench.folder();
    folder.addTenants(1);
    Java hello = trained(bench);
    Samples servers = new Samples();
    Samples hellos = new Samples();
    for (int i = 0; i <= STARTS; i++) {
      int port = Workbench.freePort();
      long server = start(bench, bench.command(folder, port), port, "/_slipway/health/ready");
      List<String> greeting = hello.with("greet", Integer.toString(port)).command();
      long helloWorld = start(bench, greeting, port, "/");
      if (i > 0) {
        servers.add(server);
        hellos.add(helloWorld);
      }
    }
    return List.of(
        new Measured(
            "exec to ready, against a hello-world of Helidon",
            servers.median() / hellos.median(),
            atMost(2, "x"),
            servers.text() + " against " + hellos.text()));
  }

  /// Only a jar can have a cache; from a folder of classes both start without one.
  private static Java trained(Workbench bench) throws IOException, InterruptedException {
    Java plain = Java.of(HelloWorld.class.getName(), Java.ownFlags());
    Path cache = bench.aside("cache").resolve("hello.aot");
    Java training = plain.flagged("-XX:AOTCacheOutput=" + cache).with("train");
    try (Program program = bench.start(training.command())) {
      program.awaitEnd();
    }
    return Files.exists(cache) ? plain.flagged("-XX:AOTCache=" + cache) : plain;
  }

  private static long start(Workbench bench, List<String> command, int port, String path)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (Program program = bench.start(command)) {
      while (!answers(port, path)) {
        if (!program.alive()) {
          throw new IOException("it ended at its start: " + command);
        }
        LockSupport.parkNanos(Workbench.PAUSE_NANOS);
      }
      return System.nanoTime() - start;
    }
  }

  private static boolean answers(int port, String path) {
    try (HttpConnection connection = HttpConnection.open(port, NOBODY)) {
      return connection.get(path).status() == 200;
    } catch (IOException _) {
      return false;
    }
  }
}
