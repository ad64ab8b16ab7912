package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `serve` as a process: what it prints, and how it ends.
class ServeTest {
  @TempDir private Path data;

  /// What a process printed from its start to its end by SIGTERM.
  private record Life(int exitCode, String out) {}

  private Life life(Map<String, String> variables) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            FakeService.class.getName(),
            "serve",
            "--data",
            data.toString());
    builder.environment().putAll(variables);
    Process process = builder.start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String first = lines.readLine();
      process.toHandle().destroy(); // Process.destroy would shut its output too
      String rest = lines.lines().collect(Collectors.joining("\n"));
      return new Life(process.waitFor(), first + "\n" + rest);
    }
  }

  @Test
  void itSaysWhereTheApiIsAndWhereTheKeysAre() throws Exception {
    assertThat(life(Map.of()).out())
        .startsWith("Slipway serves at http://127.0.0.1:4711/v1\n")
        .contains(data + "/credentials.env")
        .contains("eval \"$(./slipway env --data " + data + ")\"");
  }

  @Test
  void askedToEndItClosesTheServerAndEndsWell() throws Exception {
    Life life = life(Map.of());

    assertThat(life.exitCode()).isZero();
    assertThat(life.out()).endsWith("closed");
  }

  @Test
  void databasesThatGoOnAreNamedWithTheCommandThatEndsThem() throws Exception {
    assertThat(life(Map.of(FakeService.LEFT, "2")).out())
        .endsWith("Still running: 2 databases. To end them: ./slipway down --data " + data);
  }

  @Test
  void aServerThatCannotCloseIsAFailure() throws Exception {
    assertThat(life(Map.of(FakeService.BROKEN, "yes")).exitCode()).isEqualTo(1);
  }
}
