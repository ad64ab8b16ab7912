package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How the launcher prints the keys, which it does without a JDK.
final class LauncherKeysTest extends MachineTest {
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

  @ParameterizedTest
  @ValueSource(strings = {"--data=", "--data='  '", "--data ''"})
  void aFolderWithoutANameIsRefused(String words) throws Exception {
    FakeMachine.Run run = FakeMachine.ended(machine.shell("./slipway env " + words));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).hasLineCount(1).contains("--data '").contains("the path of a folder");
  }

  @Test
  void helpOnEnvNamesItsOption() throws Exception {
    FakeMachine.Run run = machine.slipway("env", "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Usage: ./slipway env").contains("--data DIR");
  }
}
