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
    FakeMachine.Run run = machine.slipway("serve");

    assertThat(run.err())
        .contains(
            "maven says -B -ntp package -Dmaven.test.skip -Dspotless.check.skip under " + jdk);
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
  void withoutMavenItSaysInOneLineWhatToInstall() throws Exception {
    machine.remove("mvn");

    FakeMachine.Run run = machine.slipway("serve");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("slipway: Maven is needed to build: install it");
  }
}
