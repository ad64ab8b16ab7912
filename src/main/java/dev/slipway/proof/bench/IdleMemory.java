package dev.slipway.proof.bench;

import static dev.slipway.proof.bench.Measured.Limit.atMost;

import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Resident memory of a server that nobody asks anything.
record IdleMemory() implements Figure {
  private static final Duration IDLE = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "idle-memory";
  }

  @Override
  public List<Measured> measure(Workbench bench) throws Exception {
    PreparedFolder folder = bench.folder();
    folder.addTenants(1);
    try (Program program = bench.serve(folder)) {
      Thread.sleep(IDLE);
      return List.of(
          new Measured(
              "resident memory of the idle server",
              residentKib(program.pid()) / 1024.0,
              atMost(160, " MB"),
              "VmRSS after " + IDLE.toSeconds() + " s"));
    }
  }

  private static long residentKib(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
