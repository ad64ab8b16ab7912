package dev.slipway.cli;

import dev.slipway.CannotStart;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// `down`: ends the server of a data folder, then its databases. In this order, since a living
/// server would start them again.
final class Down {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Databases databases;
  private final PrintStream out;

  Down(Databases databases, PrintStream out) {
    this.databases = databases;
    this.out = out;
  }

  void run(Path data) throws IOException, InterruptedException {
    boolean there = Files.isDirectory(data);
    Optional<ServerProcess> server = there ? ServerProcess.in(data) : Optional.empty();
    int ended = server.isPresent() ? endBoth(server.get(), data) : databases.end(data);
    if (!there && ended == 0) {
      throw new CannotStart(
          "there is no folder %s that this user may see; name the server's with --data"
              .formatted(data));
    }
    out.printf(
        "%s; ended %s.%n",
        server
            .map(process -> "Ended the server, process " + process.pid())
            .orElse("No server was running on " + Serve.shown(data)),
        Serve.databases(ended));
  }

  /// A server may end databases with itself, and those count too.
  private int endBoth(ServerProcess server, Path data) throws IOException, InterruptedException {
    int ran = databases.running(data);
    end(server);
    return Math.max(ran, databases.end(data));
  }

  private static void end(ServerProcess server) throws InterruptedException {
    if (!server.end(PATIENCE)) {
      throw new CannotStart(
          "the server, process %d, did not end within %d s; end it with kill -9 %d, then try again"
              .formatted(server.pid(), PATIENCE.toSeconds(), server.pid()));
    }
  }
}
