package dev.slipway.cli;

import dev.slipway.CannotStart;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// `down`: ends the server of a data folder, then its databases. In this order, since a living
/// server would start them again.
final class Down {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ToIntFunction<Path> endDatabases;
  private final PrintStream out;

  /// @param endDatabases ends the databases of a data folder and says how many there were
  Down(ToIntFunction<Path> endDatabases, PrintStream out) {
    this.endDatabases = endDatabases;
    this.out = out;
  }

  void run(Path data) throws IOException, InterruptedException {
    Optional<ServerProcess> server = ServerProcess.in(data);
    if (server.isPresent()) {
      end(server.get());
    }
    int ended = endDatabases.applyAsInt(data);
    out.printf(
        "%s; ended %s.%n",
        server
            .map(process -> "Ended the server, process " + process.pid())
            .orElse("No server was running on " + Serve.shown(data)),
        Serve.databases(ended));
  }

  private static void end(ServerProcess server) throws InterruptedException {
    if (!server.end(PATIENCE)) {
      throw new CannotStart(
          "the server, process %d, did not end within %d s; end it with kill -9 %d, then try again"
              .formatted(server.pid(), PATIENCE.toSeconds(), server.pid()));
    }
  }
}
