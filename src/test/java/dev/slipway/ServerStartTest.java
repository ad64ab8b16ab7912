package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Config.PortRange;
import dev.slipway.cli.ServerProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts that are refused, each with what the user can do about it.
class ServerStartTest {
  @TempDir private Path data;

  private static Config config(Path data, String host, int port) {
    return new Config(
        data,
        host,
        port,
        new PortRange(19_000, 19_010),
        new PortRange(29_000, 29_010),
        host,
        false,
        Set.of(),
        Optional.empty());
  }

  @Test
  void portThatSomebodyHasIsNamed() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();

      assertThatThrownBy(() -> Server.start(config(data, "127.0.0.1", port)))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("port " + port)
          .hasMessageContaining("--port");
    }
  }

  @Test
  void addressOfAnotherMachineIsNamed() {
    assertThatThrownBy(() -> Server.start(config(data, "192.0.2.1", 0)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("192.0.2.1")
        .hasMessageContaining("--host");
  }

  @Test
  void fileInPlaceOfTheFolderIsNamed() throws Exception {
    Path file = Files.writeString(data.resolve("file"), "");

    assertThatThrownBy(() -> Server.start(config(file, "127.0.0.1", 0)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("(a file is in its place)")
        .hasMessageContaining("--data");
  }

  @Test
  void secondServerOnAFolderIsRefusedAndTheFirstCanStillBeFound() throws Exception {
    try (Server _ = Server.start(config(data, "127.0.0.1", 0))) {
      assertThatThrownBy(() -> Server.start(config(data, "127.0.0.1", 0)))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("another server runs on " + data);

      assertThat(ServerProcess.in(data)).contains(ServerProcess.current());
    }
  }

  @Test
  void folderOfAnotherServerIsNamedAsAWordForTheShell() {
    Path spaced = data.resolve("my data");

    try (Server _ = Server.start(config(spaced, "127.0.0.1", 0))) {
      assertThatThrownBy(() -> Server.start(config(spaced, "127.0.0.1", 0)))
          .hasMessageContaining("another server runs on '" + spaced + "':")
          .hasMessageContaining("./slipway down --data '" + spaced + "', or");
    }
  }

  @Test
  void refusedStartFreesTheFolder() throws Exception {
    assertThatThrownBy(() -> Server.start(config(data, "192.0.2.1", 0)))
        .isInstanceOf(CannotStart.class);

    try (Server server = Server.start(config(data, "127.0.0.1", 0))) {
      assertThat(server.port()).isPositive();
    }
  }

  @Test
  void rowsWithoutTheirKeyAreNotGivenAnother() throws Exception {
    Server.start(config(data, "127.0.0.1", 0)).close();
    Files.delete(data.resolve("store.key"));

    assertThatThrownBy(() -> Server.start(config(data, "127.0.0.1", 0)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("put store.key back");

    assertThat(data.resolve("store.key")).doesNotExist();
  }

  @Test
  void keyThatWasCutShortIsNamed() throws Exception {
    Files.write(data.resolve("store.key"), new byte[3]);

    assertThatThrownBy(() -> Server.start(config(data, "127.0.0.1", 0)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("store.key has 3 bytes and not 32");
  }

  @Test
  void startWithoutItsPortMakesNoFolder() {
    Path folder = data.resolve("new");

    assertThatThrownBy(() -> Server.start(config(folder, "192.0.2.1", 0)))
        .isInstanceOf(CannotStart.class);

    assertThat(folder).doesNotExist();
  }

  @Test
  void folderWithOtherThingsIsLeftAsItIs() throws Exception {
    Files.writeString(data.resolve("mine"), "");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThatThrownBy(() -> Server.start(config(data, "127.0.0.1", 0)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("holds other things");

    assertThat(Files.getPosixFilePermissions(data))
        .isEqualTo(PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(data.toFile().list()).containsExactly("mine");
  }

  @Test
  void startWithoutItsPortLeavesNoKeyAndNoRows() throws Exception {
    assertThatThrownBy(() -> Server.start(config(data, "192.0.2.1", 0)))
        .isInstanceOf(CannotStart.class);

    try (var files = Files.list(data)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("lock");
    }
  }

  @Test
  void secondServerOnAFolderAndItsPortIsToldOfTheFolder() throws Exception {
    try (Server first = Server.start(config(data, "127.0.0.1", 0))) {
      int port = first.port();

      assertThatThrownBy(() -> Server.start(config(data, "127.0.0.1", port)))
          .hasMessageContaining("another server runs on " + data);
    }
  }
}
