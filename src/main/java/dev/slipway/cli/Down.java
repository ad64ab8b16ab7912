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

  /// A server may end its databases with itself, each of which may save its data for ten minutes.
  private static final Duration LONGEST_SAVING = Duration.ofMinutes(11);

  private final Databases databases;
  private final PrintStream out;
  private final Duration untilWord;
  private final Duration longest;

  Down(Databases databases, PrintStream out) {
    this(databases, out, PATIENCE, LONGEST_SAVING);
  }

  /// @param untilWord how long to wait for the server in silence
  /// @param longest how long to wait for it after that
  Down(Databases databases, PrintStream out, Duration untilWord, Duration longest) {
    this.databases = databases;
    this.out = out;
    this.untilWord = untilWord;
    this.longest = longest;
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
            .orElse("No server was running on " + ShellWords.path(data)),
        Serve.databases(ended));
  }

  /// A server may end databases with itself, and those count too.
  private int endBoth(ServerProcess server, Path data) throws IOException, InterruptedException {
    int ran = databases.running(data);
    end(server);
    return Math.max(ran, databases.end(data));
  }

  private void end(ServerProcess server) throws InterruptedException {
    if (server.end(untilWord)) {
      return;
    }
    out.printf(
        "Waiting for the server, process %d, which may be ending its databases with it.%n",
        server.pid());
    if (!server.end(longest)) {
      throw new CannotStart(
          "the server, process %d, did not end within %d s; end it with kill -9 %d, then try again"
              .formatted(server.pid(), untilWord.plus(longest).toSeconds(), server.pid()));
    }
  }
}
