package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    return life(variables, "./slipway", data);
  }

  private static Life life(Map<String, String> variables, String launcher, Path data)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-D" + ShellWords.LAUNCHER + "=" + launcher,
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
    Files.writeString(data.resolve("credentials.env"), "");

    assertThat(life(Map.of()).out())
        .startsWith("Slipway serves at http://127.0.0.1:4711/v1\n")
        .contains("Keys for it are in " + data + "/credentials.env.")
        .contains("eval \"$(./slipway env --data " + data + ")\"")
        .doesNotContain("keys new");
  }

  @Test
  void keysThatAreGoneCanBeReplacedWithALineToCopy() throws Exception {
    assertThat(life(Map.of()).out())
        .contains("Its keys are not in " + data + "/credentials.env any more.")
        .contains("\n  ./slipway keys new --data " + data + "\n  eval");
  }

  @Test
  void linesToCopyNameTheLauncherAndTheFolderAsWordsForTheShell() throws Exception {
    Path spaced = data.resolve("my data");

    String out = life(Map.of(FakeService.LEFT, "1"), "../my clone/slipway", spaced).out();

    assertThat(out)
        .contains("\n  '../my clone/slipway' keys new --data '" + spaced + "'\n")
        .contains("eval \"$('../my clone/slipway' env --data '" + spaced + "')\"")
        .endsWith("To end them: '../my clone/slipway' down --data '" + spaced + "'");
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
