package dev.slipway.cli;

import dev.slipway.Config;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// `serve`: starts the server, says where it is, and ends it when the process is asked to end.
final class Serve {
  /// How long a start that is asked to end may go on until it can be ended in order.
  private static final Duration LONGEST_START = Duration.ofSeconds(4);

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
    if (!config.loopback() && config.doors().tls().isEmpty()) {
      err.printf(
          "warning: --host %s can be reached from other machines, and the API is plain HTTP: keys and"
              + " passwords cross the network in clear. Put a proxy with TLS before it.%n",
          config.host());
    }
    var started = new CompletableFuture<Service>();
    // Before the start, which may be asked to end too.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started, config), "shutdown"));
    Service service = start(config, started);
    out.print(greeting(config, service.port()));
    out.flush();
    new CountDownLatch(1).await();
  }

  private Service start(Config config, CompletableFuture<Service> started) {
    try {
      Service service = starter.start(config);
      started.complete(service);
      return service;
    } catch (RuntimeException | Error e) {
      started.completeExceptionally(e);
      throw e;
    }
  }

  /// A start that failed says so itself, with an exit code of its own.
  private void end(CompletableFuture<Service> started, Config config) {
    try {
      end(started.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS), config);
    } catch (TimeoutException | InterruptedException _) {
      err.println("The start was broken off; the next one picks up what it was at.");
      Runtime.getRuntime().halt(0);
    } catch (ExecutionException _) {
      err.flush();
    }
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
          "Still running: %s. To end them: %s down --data %s%n",
          databases(left), ShellWords.launcher(), ShellWords.path(config.data()));
    }
    out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static String greeting(Config config, int port) {
    return """
        Slipway serves at %s
        %s
          eval "$(%s env --data %s)"
          curl -s "$REDISCLOUD_URL/subscriptions" -H "x-api-key: $REDISCLOUD_ACCESS_KEY" -H "x-api-secret-key: $REDISCLOUD_SECRET_KEY"

        """
        .formatted(
            config.url(port),
            whereKeysAre(config.data()),
            ShellWords.launcher(),
            ShellWords.path(config.data()));
  }

  /// Keys are written once; a file that was removed since is not made again by a start.
  private static String whereKeysAre(Path data) {
    Path file = CredentialsFile.in(data).path();
    return Files.exists(file)
        ? "Keys for it are in %s. To use them in a shell:%n".formatted(ShellWords.path(file))
        : """
          Its keys are not in %s any more. To replace them and use the new ones in a shell:

            %s keys new --data %s\
          """
            .formatted(ShellWords.path(file), ShellWords.launcher(), ShellWords.path(data));
  }

  /// `1 database`, `2 databases`.
  static String databases(int count) {
    return count + (count == 1 ? " database" : " databases");
  }
}
