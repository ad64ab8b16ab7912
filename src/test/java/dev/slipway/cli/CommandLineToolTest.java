package dev.slipway.cli;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.CannotStart;
import dev.slipway.Config;
import dev.slipway.model.Check;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The subcommands of the program, with their exit codes and what they print.
class CommandLineToolTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<String> minted = new ArrayList<>();
  private final FakeDatabases databases = new FakeDatabases(2);
  private List<Check> checks = List.of();

  @TempDir private Path data;

  private Service start(Config config) {
    throw new CannotStart("port " + config.port() + " is taken; give another with --port");
  }

  private int run(String... words) {
    return new CommandLineTool(
            this::start,
            (folder, url) -> minted.add(folder + " " + url),
            databases,
            _ -> checks,
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(words);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aReasonNotToStartIsOneLineAndExitCodeTwo() {
    int exitCode = run("serve", "--port", "8000");

    assertThat(exitCode).isEqualTo(2);
    assertThat(complained()).isEqualTo("slipway: port 8000 is taken; give another with --port\n");
  }

  @Test
  void everyBadOptionIsALineOfItsOwn() {
    int exitCode = run("serve", "--port", "x", "--on-exit", "y");

    assertThat(exitCode).isEqualTo(2);
    assertThat(complained().lines()).hasSize(2).allMatch(line -> line.startsWith("slipway: --"));
  }

  @Test
  void anUnknownCommandIsNamed() {
    assertThat(run("keys", "old")).isEqualTo(2);
    assertThat(complained()).contains("keys old: there is no such command");
  }

  @Test
  void helpNamesEveryOptionAndItsDefault() {
    int exitCode = run("serve", "--help");

    assertThat(exitCode).isZero();
    assertThat(printed()).contains("--database-ports FROM-TO", "SLIPWAY_", "10000-19999");
  }

  @Test
  void aServerOnAnOpenAddressIsWarnedAbout() {
    run("serve", "--host", "0.0.0.0", "--insecure-http");

    assertThat(complained()).contains("warning: --host 0.0.0.0").contains("plain HTTP");
  }

  @Test
  void newKeysKeepTheUrlThatTheServerNoted() throws Exception {
    ServerUrl.write(data, "http://127.0.0.1:9999/v1");

    int exitCode = run("keys", "new", "--data", data.toString());

    assertThat(exitCode).isZero();
    assertThat(minted).containsExactly(data + " http://127.0.0.1:9999/v1");
  }

  @Test
  void newKeysWithoutAUrlGetThatOfTheOptionsAndSaySo() {
    run("keys", "new", "--data", data.toString(), "--port", "8000");

    assertThat(minted).containsExactly(data + " http://127.0.0.1:8000/v1");
    assertThat(complained())
        .contains("http://127.0.0.1:8000/v1 is assumed; --host and --port change it");
  }

  @Test
  void doctorTellsALineForEachThingAndEndsWell() {
    checks = List.of(Check.ok("jdk", "25"), Check.note("memory", "too little"));

    int exitCode = run("doctor");

    assertThat(exitCode).isZero();
    assertThat(printed())
        .isEqualTo(
            """
            ok       jdk             25
            note     memory          too little
            """);
  }

  @Test
  void doctorEndsWithOneWhenSomethingKeepsAServerFromServing() {
    checks = List.of(Check.problem("disk", "full"), Check.ok("jdk", "25"));

    assertThat(run("doctor")).isEqualTo(1);
    assertThat(printed()).startsWith("problem  disk            full\n");
  }

  @Test
  void downEndsTheServerAndThenItsDatabases() throws Exception {
    Process server = new ProcessBuilder("sleep", "60").start();
    ServerProcess.of(server.toHandle()).register(data);

    int exitCode = run("down", "--data", data.toString());

    assertThat(exitCode).isZero();
    assertThat(server.isAlive()).isFalse();
    assertThat(databases.endedFolders).containsExactly(data);
    assertThat(printed())
        .isEqualTo("Ended the server, process " + server.pid() + "; ended 2 databases.\n");
  }

  @Test
  void downCountsTheDatabasesThatTheServerEnded() throws Exception {
    Process server = new ProcessBuilder("sleep", "60").start();
    ServerProcess.of(server.toHandle()).register(data);
    databases.serverEnds(2);

    run("down", "--data", data.toString());

    assertThat(printed()).endsWith("; ended 2 databases.\n");
  }

  @Test
  void downWithoutAServerEndsTheDatabases() {
    run("down", "--data", data.toString());

    assertThat(printed()).isEqualTo("No server was running on " + data + "; ended 2 databases.\n");
  }

  @Test
  void downLeavesAProcessAloneThatOnlyHasTheNumber() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "60").start();
    Files.writeString(data.resolve("server.pid"), stranger.pid() + " 1\n");

    run("down", "--data", data.toString());

    assertThat(stranger.isAlive()).isTrue();
    stranger.destroy();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello\n", "12"})
  void aPidFileWithoutAProcessIsNoServer(String content) throws Exception {
    Files.writeString(data.resolve("server.pid"), content);
    Files.writeString(data.resolve("lock"), "");

    assertThat(run("down", "--data", data.toString())).isZero();
    assertThat(databases.endedFolders).containsExactly(data);
  }

  @Test
  void aServerThatThePidFileDoesNotNameIsLeftAlone() throws Exception {
    Path spaced = Files.createDirectory(data.resolve("my data"));
    Files.writeString(spaced.resolve("server.pid"), "hello\n");
    try (var lock = FileChannel.open(spaced.resolve("lock"), CREATE, WRITE)) {
      lock.lock();

      assertThat(run("down", "--data", spaced.toString())).isEqualTo(2);
    }

    assertThat(complained())
        .contains("a server runs on '" + spaced + "', and '" + spaced + "/server.pid' does");
    assertThat(databases.endedFolders).isEmpty();
  }

  @Test
  void keysAloneAreToldWhatCanBeDoneWithThem() {
    assertThat(run("keys")).isEqualTo(2);
    assertThat(complained()).contains("./slipway keys new");
  }

  @Test
  void helpOnKeysIsHelpOnNewKeys() {
    assertThat(run("keys", "--help")).isZero();
    assertThat(printed()).startsWith("Usage: ./slipway keys new [OPTIONS]");
  }

  @Test
  void aWordAfterTheCommandIsNamedAlone() {
    assertThat(run("serve", "extra")).isEqualTo(2);
    assertThat(complained()).isEqualTo("slipway: extra: unknown; --help lists what there is\n");
  }

  @Test
  void downOnAFolderThatIsNotThereSaysSo() {
    databases.serverEnds(2);
    Path nothing = data.resolve("nothing");

    assertThat(run("down", "--data", nothing.toString())).isEqualTo(2);
    assertThat(complained()).contains("there is no folder " + nothing).contains("--data");
  }

  @Test
  void downEndsTheDatabasesOfAFolderThatWasRemoved() {
    assertThat(run("down", "--data", data.resolve("removed").toString())).isZero();
    assertThat(printed()).endsWith("; ended 2 databases.\n");
  }

  @Test
  void aFileThatThisUserMayNotReadIsNamedWithWhatToDo() {
    databases.fail(new AccessDeniedException("/d/databases"));

    assertThat(run("down", "--data", data.toString())).isEqualTo(2);
    assertThat(complained())
        .isEqualTo(
            "slipway: /d/databases cannot be used (this user may not): run this as the user whose"
                + " folder it is, or name another with --data\n");
  }
}
