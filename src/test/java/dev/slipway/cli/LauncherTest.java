package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the launcher becomes the program that was asked for.
final class LauncherTest extends MachineTest {
  @BeforeEach
  void setUp() throws IOException {
    machine.maven();
    machine.jdk("jvms/a", "25.0.3");
  }

  @Test
  void standardOutputBelongsToTheProgram() throws Exception {
    FakeMachine.Run run = machine.slipway("serve", "--port", "0", "--data", "with space");

    assertThat(run.out()).hasLineCount(1).endsWith("serve --port 0 --data with space\n");
  }

  @Test
  void theCacheThatTheBuildMadeIsUsed() throws Exception {
    FakeMachine.Run run = machine.slipway("serve");

    assertThat(run.out())
        .contains("-XX:AOTCache=" + machine.clone.resolve("target/launch/slipway.aot"));
  }

  @Test
  void theUnpackedLibraryIsUsed() throws Exception {
    FakeMachine.Run run = machine.slipway("serve");

    assertThat(run.out())
        .contains("-Dorg.sqlite.lib.path=" + machine.clone.resolve("target/launch/native"));
  }

  @Test
  void anotherJdkMakesTheCacheAgain() throws Exception {
    machine.slipway("serve");
    Path cache = machine.clone.resolve("target/launch/slipway.aot");
    Files.setLastModifiedTime(cache, FileTime.from(Instant.EPOCH));
    machine.set("JAVA_HOME", machine.jdk("other", "26").toString());

    machine.slipway("serve");

    assertThat(Files.getLastModifiedTime(cache).toInstant()).isAfter(Instant.EPOCH);
    assertThat(machine.builds()).hasSize(1);
  }

  @Test
  void theCacheIsAsReadableAsTheProgram() throws Exception {
    machine.slipway("serve");

    Path launch = machine.clone.resolve("target/launch");
    assertThat(Files.getPosixFilePermissions(launch.resolve("slipway.aot")))
        .isEqualTo(Files.getPosixFilePermissions(launch.resolve("slipway.jar")));
  }

  @Test
  void aCacheThatThisUserMayNotReadIsLeftAlone() throws Exception {
    machine.slipway("serve");
    Path cache = machine.clone.resolve("target/launch/slipway.aot");
    Files.setPosixFilePermissions(cache, Set.of());
    assumeThat(Files.isReadable(cache)).as("root may read everything").isFalse();

    FakeMachine.Run run = machine.slipway("serve");

    assertThat(run.out()).doesNotContain("AOTCache").endsWith("serve\n");
  }

  @Test
  void withoutACacheItStartsAllTheSame() throws Exception {
    machine.slipway("serve");
    Files.delete(machine.clone.resolve("target/launch/slipway.aot"));

    FakeMachine.Run run = machine.slipway("serve");

    assertThat(run.out()).doesNotContain("AOTCache").endsWith("serve\n");
  }

  @Test
  void closedStreamsAreOpenForTheProgram() throws Exception {
    machine.slipway("serve");
    machine.tool("../jvms/a/bin/java", "cat && echo out && echo err >&2 && touch said\n");

    machine.shell("exec ./slipway serve <&- >&- 2>&-").waitFor();

    assertThat(machine.clone.resolve("said")).exists();
  }

  @Test
  void signalsReachTheProgram() throws Exception {
    machine.slipway("serve");
    machine.tool("../jvms/a/bin/java", "echo ready; exec sleep 60\n");
    Process serving = machine.start("serve");
    serving.getInputStream().read();

    serving.destroy();

    assertThat(serving.waitFor()).isEqualTo(128 + 15);
  }

  @Test
  void itMayBeCalledThroughALink() throws Exception {
    Path link = machine.clone.resolveSibling("link");
    Files.createSymbolicLink(link, machine.clone.resolve("slipway"));
    machine.slipway("serve");

    Process process = new ProcessBuilder(link.toString(), "help").start();

    assertThat(FakeMachine.ended(process).out()).contains("./slipway serve");
  }

  @ParameterizedTest
  @CsvSource({
    "cd src && ../slipway serve, ../slipway",
    "cd / && $CLONE/slipway serve, $CLONE/slipway",
    "PATH=$CLONE:$PATH && cd / && slipway serve, $CLONE/slipway",
    "sh slipway serve, ./slipway",
    "ln -s slipway 'my link' && './my link' serve, ./my link",
  })
  void theProgramIsToldHowTheUserCallsTheLauncher(String typed, String told) throws Exception {
    String clone = machine.clone.toString();
    machine.set("CLONE", clone);

    FakeMachine.Run run = FakeMachine.ended(machine.shell(typed));

    assertThat(run.out())
        .contains(" -Dslipway.launcher=" + told.replace("$CLONE", clone) + " -jar ");
  }

  @Test
  void endingTheServerNeverWaitsForABuild() throws Exception {
    machine.slipway("serve");
    machine.edit("pom.xml");

    FakeMachine.Run run = machine.slipway("down", "--data", "d");

    assertThat(run.out()).endsWith("down --data d\n");
    assertThat(machine.builds()).hasSize(1);
  }

  @Test
  void testRunsWhatMavenVerifies() throws Exception {
    machine.slipway("test");

    assertThat(machine.builds()).containsExactly("-B -ntp verify");
  }

  @Test
  void testEndsAsMavenDoes() throws Exception {
    machine.tool("mvn", "exit 1\n");

    assertThat(machine.slipway("test").exitCode()).isEqualTo(1);
  }

  @Test
  void testEndsWithTheClientsOnWhatMavenMade() throws Exception {
    FakeMachine.Run run = machine.slipway("test");

    assertThat(run.out()).endsWith("clients curl go-v0.46.0 go-v0.52.1 browser\n");
    assertThat(machine.clone.resolve("target/launch/slipway.jar")).exists();
  }

  @Test
  void noClientRunsAfterATestThatFailed() throws Exception {
    machine.tool("mvn", "exit 1\n");

    assertThat(machine.slipway("test").out()).doesNotContain("clients");
  }

  @Test
  void testFailsAsTheClientsDo() throws Exception {
    Files.writeString(machine.clone.resolve("clients/run"), "#!/bin/sh\nexit 1\n");

    assertThat(machine.slipway("test").exitCode()).isEqualTo(1);
  }

  @Test
  void clientsRunsTheSuitesThatAreNamed() throws Exception {
    FakeMachine.Run run = machine.slipway("clients", "curl", "rust");

    assertThat(run.out()).isEqualTo("clients curl rust\n");
    assertThat(machine.builds()).hasSize(1);
  }

  @Test
  void simulateRunsItsOwnClass() throws Exception {
    FakeMachine.Run run = machine.slipway("simulate", "--seeds", "5");

    assertThat(run.out()).endsWith("dev.slipway.proof.Simulate --seeds 5\n");
  }

  @Test
  void anUnknownCommandIsNamed() throws Exception {
    FakeMachine.Run run = machine.slipway("sevre");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).contains("sevre");
  }
}
