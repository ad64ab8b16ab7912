package dev.slipway.cli;

import dev.slipway.Config;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// `serve`: starts the server, says where it is, and ends it when the process is asked to end.
final class Serve {
  private final Service.Starter starter;
  private final PrintStream out;
  private final PrintStream err;

  Serve(Service.Starter starter, PrintStream out, PrintStream err) {
    this.starter = starter;
    this.out = out;
    this.err = err;
  }

  /// Serves until SIGINT or SIGTERM; the process then exits with 0.
  void run(Config config) throws InterruptedException {
    if (!config.loopback()) {
      err.printf(
          "warning: --host %s can be reached from other machines, and the API is plain HTTP: keys and"
              + " passwords cross the network in clear. Put a proxy with TLS before it.%n",
          config.host());
    }
    Service service = starter.start(config);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(service, config), "shutdown"));
    out.print(greeting(config, service.port()));
    out.flush();
    new CountDownLatch(1).await();
  }

  /// The last thing that runs: halting from here makes the exit code 0, where the end of a process
  /// by a signal would give 143.
  private void end(Service service, Config config) {
    try {
      service.close();
    } catch (RuntimeException e) {
      e.printStackTrace(err);
      Runtime.getRuntime().halt(1);
    }
    int left = service.runningDatabases();
    if (left > 0) {
      out.printf(
          "Still running: %s. To end them: ./slipway down --data %s%n",
          databases(left), shown(config.data()));
    }
    out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static String greeting(Config config, int port) {
    String folder = shown(config.data());
    return """
        Slipway is ready at %s
        Keys for it are in %s/credentials.env. To use them in a shell:

          eval "$(./slipway env --data %s)"
          curl -s "$REDISCLOUD_URL/subscriptions" -H "x-api-key: $REDISCLOUD_ACCESS_KEY" -H "x-api-secret-key: $REDISCLOUD_SECRET_KEY"

        """
        .formatted(config.url(port), folder, folder);
  }

  /// `1 database`, `2 databases`.
  static String databases(int count) {
    return count + (count == 1 ? " database" : " databases");
  }

  /// The folder as a word for a shell, relative to where the user stands when it lies below.
  static String shown(Path folder) {
    Path here = Path.of("").toAbsolutePath();
    Path shortest =
        folder.startsWith(here) && !folder.equals(here) ? here.relativize(folder) : folder;
    String text = shortest.toString();
    return text.matches("[A-Za-z0-9_./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
