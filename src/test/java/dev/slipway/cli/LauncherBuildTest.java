package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When the launcher builds, and what it says of that.
final class LauncherBuildTest extends MachineTest {
  private Path jdk;

  @BeforeEach
  void setUp() throws IOException {
    machine.maven();
    jdk = machine.jdk("jvms/a", "25.0.3");
  }

  @Test
  void theFirstStartBuildsUnderTheJdkThatWasFound() throws Exception {
    machine.slipway("serve");

    assertThat(machine.clone.resolve("target/launch/build.log"))
        .content()
        .contains(
            "maven says -B -ntp package -Dmaven.test.skip -Dspotless.check.skip under " + jdk);
  }

  @Test
  void aBuildTellsItsGoalsAndNothingElse() throws Exception {
    machine.tool(
        "mvn",
        """
        echo '[INFO] --- maven-compiler-plugin:3.16.0:compile (strict) @ slipway ---'
        echo '[INFO] --- shade:3.6.2:shade (default) @ slipway ---'
        echo '[WARNING] two jars have the same file'
        echo 'WARNING: something old is called' >&2
        mkdir -p target && echo jar >target/slipway.jar
        """);

    FakeMachine.Run run = machine.slipway("serve");

    assertThat(run.err())
        .contains("slipway:   compiler:compile (strict)\nslipway:   shade:shade (default)\n")
        .doesNotContainIgnoringCase("warning");
  }

  @Test
  void laterStartsDoNotBuildAndSayNothing() throws Exception {
    machine.slipway("serve");

    FakeMachine.Run second = machine.slipway("serve");

    assertThat(second.err()).isEmpty();
    assertThat(machine.builds()).hasSize(1);
  }

  @Test
  void anEditedSourceIsBuilt() throws Exception {
    machine.slipway("serve");
    machine.edit("src/main/java/Main.java");

    machine.slipway("serve");

    assertThat(machine.builds()).hasSize(2);
  }

  @Test
  void anEditedPomIsBuilt() throws Exception {
    machine.slipway("serve");
    machine.edit("pom.xml");

    machine.slipway("serve");

    assertThat(machine.builds()).hasSize(2);
  }

  @Test
  void anEditDuringTheBuildIsBuiltNextTime() throws Exception {
    machine.tool(
        "mvn",
        """
        echo "$*" >>builds
        sleep 0.1
        echo 'class Main { }' >src/main/java/Main.java
        mkdir -p target && echo jar >target/slipway.jar
        """);
    machine.slipway("serve");

    machine.slipway("serve");

    assertThat(machine.builds()).hasSize(2);
  }

  @Test
  void twoLaunchersAtOnceBuildOnce() throws Exception {
    machine.tool(
        "mvn",
        """
        echo "$*" >>builds
        sleep 0.5
        mkdir -p target && echo jar >target/slipway.jar
        """);
    Process first = machine.start("serve");
    Process second = machine.start("serve");

    FakeMachine.Run one = FakeMachine.ended(first);
    FakeMachine.Run two = FakeMachine.ended(second);

    assertThat(machine.builds()).hasSize(1);
    assertThat(one.out() + two.out()).hasLineCount(2);
  }

  @Test
  void theLockOfADeadLauncherIsTakenOver() throws Exception {
    Path launch = Files.createDirectories(machine.clone.resolve("target/launch"));
    Process dead = machine.start("help");
    dead.waitFor();
    Files.createSymbolicLink(launch.resolve("lock"), Path.of(Long.toString(dead.pid())));

    assertThat(machine.slipway("serve").exitCode()).isZero();
  }

  @Test
  void aFailedBuildLeavesTheLauncherAbleToTryAgain() throws Exception {
    machine.tool("mvn", "echo no network; exit 1\n");
    FakeMachine.Run failed = machine.slipway("serve");
    machine.maven();

    FakeMachine.Run again = machine.slipway("serve");

    assertThat(failed.exitCode()).isEqualTo(2);
    assertThat(failed.err()).contains("no network").contains("the build failed");
    assertThat(again.exitCode()).isZero();
  }

  @Test
  void aFailedBuildIsToldWithItsErrorsAlone() throws Exception {
    machine.tool(
        "mvn",
        """
        echo '[WARNING] two jars have the same file'
        echo '[ERROR] Main.java:[1,7] cannot find symbol'
        echo '  symbol: class Mian'
        exit 1
        """);

    FakeMachine.Run run = machine.slipway("serve");

    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("[ERROR] Main.java:[1,7] cannot find symbol\n  symbol: class Mian\n")
        .contains("target/launch/build.log has all")
        .doesNotContain("WARNING");
  }

  @Test
  void withoutMavenItSaysInOneLineWhatToInstall() throws Exception {
    machine.remove("mvn");

    FakeMachine.Run run = machine.slipway("serve");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("slipway: Maven is needed to build: install it");
  }

  @Test
  void placeThatCannotBeWrittenIsNamed() throws Exception {
    Files.writeString(machine.clone.resolve("target"), "a file where the folder should be");

    FakeMachine.Run run = machine.slipway("serve");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).contains("target/launch cannot be written");
  }

  @Test
  void interruptedTrainingLeavesNothing() throws Exception {
    machine.tool(
        "../jvms/a/bin/java",
        """
        for word in "$@"; do
          case $word in
            train) interrupted=yes ;;
            down) echo "$*" >"$TMPDIR/down" ;;
          esac
          data=$word
        done
        [ -z "${interrupted:-}" ] || { mkdir -p "$data"; kill -TERM "$PPID"; exit 1; }
        """);

    FakeMachine.Run run = machine.slipway("serve");

    Path launch = machine.clone.resolve("target/launch");
    assertThat(run.exitCode()).isEqualTo(130);
    assertThat(launch.resolve("training")).doesNotExist();
    assertThat(launch.resolve("lock")).doesNotExist();
    assertThat(machine.clone.resolveSibling("tmp/down"))
        .content()
        .endsWith("down --data " + launch.resolve("training") + "\n");
  }
}
