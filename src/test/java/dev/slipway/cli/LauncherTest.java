package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher script on machines of many kinds.
class LauncherTest {
  private FakeMachine machine;

  @BeforeEach
  void setUp(@TempDir Path folder) throws IOException {
    machine = new FakeMachine(folder.toRealPath());
  }

  @Nested
  class FindingAJdk {
    @BeforeEach
    void setUp() throws IOException {
      machine.maven();
    }

    @Test
    void javaHomeComesFirst() throws Exception {
      machine.jdk("jvms/a", "25.0.3");
      machine.set("JAVA_HOME", machine.jdk("mine", "25.0.1").toString());

      assertThat(machine.slipway("serve").out()).startsWith("mine runs");
    }

    @Test
    void oneThatIsTooOldIsPassedOver() throws Exception {
      machine.set("JAVA_HOME", machine.jdk("old", "17.0.15").toString());
      machine.jdk("jvms/a", "1.8.0_402");
      machine.jdk("jvms/b", "26-ea");

      assertThat(machine.slipway("serve").out()).startsWith("jvms/b runs");
    }

    @Test
    void oneOnThePathIsFoundThroughLinks() throws Exception {
      Path home = machine.jdk("somewhere", "25");
      machine.link("javac", home.resolve("bin/javac"));

      assertThat(machine.slipway("serve").out()).startsWith("somewhere runs");
    }

    @Test
    void oneOfSdkmanIsFound() throws Exception {
      machine.jdk("home/.sdkman/candidates/java/25-tem", "25.0.3");

      assertThat(machine.slipway("serve").out()).contains("25-tem runs");
    }

    @Test
    void oneThatJavaHomeOfMacOsNamesIsFound() throws Exception {
      Path home = machine.jdk("Library/25", "25.0.3");
      machine.tool("java_home", "[ \"$*\" = '-v 25+' ] && echo " + home + "\n");

      assertThat(machine.slipway("serve").out()).startsWith("Library/25 runs");
    }

    @Test
    void oneWithoutAReleaseFileIsAsked() throws Exception {
      machine.jdkWithoutReleaseFile("jvms/a", "17.0.15");
      machine.jdkWithoutReleaseFile("jvms/b", "25.0.3");

      assertThat(machine.slipway("serve").out()).startsWith("jvms/b runs");
    }

    @Test
    void aRuntimeWithoutACompilerIsNoJdk() throws Exception {
      Files.delete(machine.jdk("jvms/a", "25").resolve("bin/javac"));

      assertThat(machine.slipway("serve").exitCode()).isEqualTo(2);
    }

    @Test
    void withoutOneItSaysInOneLineWhatToInstall() throws Exception {
      FakeMachine.Run run = machine.slipway("serve");

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).hasLineCount(1).contains("JDK 25").contains("install");
    }
  }

  @Nested
  class Building {
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

  @Nested
  class Starting {
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
    void withoutACacheItStartsAllTheSame() throws Exception {
      machine.slipway("serve");
      Files.delete(machine.clone.resolve("target/launch/slipway.aot"));

      FakeMachine.Run run = machine.slipway("serve");

      assertThat(run.out()).doesNotContain("AOTCache").endsWith("serve\n");
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
  }

  @Nested
  class OtherCommands {
    @Test
    void endingTheServerNeverWaitsForABuild() throws Exception {
      machine.maven();
      machine.jdk("jvms/a", "25");
      machine.slipway("serve");
      machine.edit("pom.xml");

      FakeMachine.Run run = machine.slipway("down", "--data", "d");

      assertThat(run.out()).endsWith("down --data d\n");
      assertThat(machine.builds()).hasSize(1);
    }

    @Test
    void testRunsWhatMavenVerifies() throws Exception {
      machine.maven();
      machine.jdk("jvms/a", "25");

      machine.slipway("test");

      assertThat(machine.builds()).containsExactly("-B -ntp verify");
    }

    @Test
    void testEndsAsMavenDoes() throws Exception {
      machine.tool("mvn", "exit 1\n");
      machine.jdk("jvms/a", "25");

      assertThat(machine.slipway("test").exitCode()).isEqualTo(1);
    }

    @Test
    void simulateRunsItsOwnClass() throws Exception {
      machine.maven();
      machine.jdk("jvms/a", "25");

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

  @Nested
  class PrintingTheKeys {
    @Test
    void everyLineIsAnExport() throws Exception {
      Path data = Files.createDirectories(machine.clone.resolve("my data"));
      Files.writeString(
          data.resolve("credentials.env"),
          "REDISCLOUD_URL=http://[::1]:7447/v1\nREDISCLOUD_ACCESS_KEY=Ab-_9\n");

      FakeMachine.Run run = machine.slipway("env", "--data", "my data");

      assertThat(run.out())
          .isEqualTo(
              "export REDISCLOUD_URL=http://[::1]:7447/v1\nexport REDISCLOUD_ACCESS_KEY=Ab-_9\n");
      assertThat(run.err()).isEmpty();
    }

    @Test
    void aLineThatAShellWouldRunIsLeftOut() throws Exception {
      Path data = Files.createDirectories(machine.clone.resolve(".slipway"));
      Files.writeString(data.resolve("credentials.env"), "A=$(id)\nB=`id`\nC=x;id\nD=good\n");

      assertThat(machine.slipway("env").out()).isEqualTo("export D=good\n");
    }

    @Test
    void theFolderMayComeFromTheEnvironment() throws Exception {
      Path data = Files.createDirectories(machine.clone.resolve("elsewhere"));
      Files.writeString(data.resolve("credentials.env"), "A=b\n");
      machine.set("SLIPWAY_DATA", data.toString());

      assertThat(machine.slipway("env").out()).isEqualTo("export A=b\n");
    }

    @Test
    void withoutAFileItSaysWhatToDo() throws Exception {
      FakeMachine.Run run = machine.slipway("env", "--data=none");

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).hasLineCount(1).contains("none/credentials.env");
    }
  }
}
