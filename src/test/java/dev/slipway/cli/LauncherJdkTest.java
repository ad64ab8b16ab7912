package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which JDK the launcher finds.
final class LauncherJdkTest extends MachineTest {
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
  void standInOnThePathIsAskedForTheJdkBehindIt() throws Exception {
    Path home = machine.jdk("Library/25", "25.0.3");
    machine.tool("javac", "exit 0\n");
    machine.tool("java", "echo '    java.home = " + home + "' >&2\n");

    assertThat(machine.slipway("serve").out()).startsWith("Library/25 runs");
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
