package dev.slipway.e2e;

import dev.slipway.proof.live.Java;
import dev.slipway.proof.live.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A data folder, and whoever serves it: the program itself, one after another.
///
/// @param firstPort of the ports that its databases may have
record ServedFolder(Path data, int firstPort) {
  static final Duration LONGEST_START = Duration.ofMinutes(1);

  private static final int PORTS = 20;

  /// Starts the program on it, as a process of its own, and waits until it is ready.
  ///
  /// @param more options besides the folder and the ports
  Program serve(Map<String, String> environment, String... more) throws IOException {
    List<String> options =
        Stream.concat(
                Stream.of(
                    "serve",
                    "--data",
                    data.toString(),
                    "--port",
                    "0",
                    "--database-ports",
                    range(firstPort),
                    "--internal-ports",
                    range(firstPort + PORTS)),
                Stream.of(more))
            .toList();
    Java java = Java.of("dev.slipway.Main", Java.ownFlags()).with(options.toArray(String[]::new));
    Path errors = data.resolveSibling("errors.txt");
    Program program = Program.start(java.command(), environment, errors);
    program.awaitReady(LONGEST_START);
    return program;
  }

  private static String range(int first) {
    return first + "-" + (first + PORTS - 1);
  }

  /// A client with the keys that the server left in the folder.
  Walker walker() throws IOException {
    Map<String, String> credentials = credentials();
    return new Walker(
        URI.create(credentials.getOrDefault("REDISCLOUD_URL", "")),
        credentials.getOrDefault("REDISCLOUD_ACCESS_KEY", ""),
        credentials.getOrDefault("REDISCLOUD_SECRET_KEY", ""));
  }

  /// The lines of the credentials file, by name.
  Map<String, String> credentials() throws IOException {
    return Files.readAllLines(data.resolve("credentials.env")).stream()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(words -> words[0], words -> words[1]));
  }
}
