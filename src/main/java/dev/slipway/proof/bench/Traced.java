package dev.slipway.proof.bench;

import dev.slipway.cli.ServerProcess;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.Strace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// A server whose fsyncs strace writes down.
///
/// @param program strace, which ends with the server
record Traced(Program program, PreparedFolder folder, Path log) implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration END = Duration.ofSeconds(20);

  /// Starts a server on this folder and waits until it is ready. Only where strace can trace.
  static Traced serve(Workbench bench, PreparedFolder folder) throws IOException {
    Path log = bench.aside("strace").resolve("log");
    Strace strace = new Strace("fsync,fdatasync", log);
    Program program = bench.start(strace.command(bench.command(folder, 0)));
    program.awaitReady(START);
    return new Traced(program, folder, log);
  }

  /// How many there were so far.
  long syncs() throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains("sync(")).count();
    }
  }

  /// Ends the server itself: strace would let it go on.
  @Override
  public void close() throws IOException, InterruptedException {
    var server = ServerProcess.in(folder.path());
    if (server.isPresent()) {
      server.get().end(END);
    }
    program.close();
  }
}
