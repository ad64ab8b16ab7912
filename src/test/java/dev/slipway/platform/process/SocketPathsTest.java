package dev.slipway.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Short names for the sockets of a data folder that lies too deep.
final class SocketPathsTest {
  private final SocketPaths sockets = new SocketPaths();
  private Path database;

  @BeforeEach
  void makeFolder(@TempDir Path data) throws Exception {
    database = Files.createDirectories(data.resolve("deep".repeat(30)).resolve("7"));
  }

  @AfterEach
  void close() throws Exception {
    sockets.close();
  }

  @Test
  void socketOfADeepFolderIsReachedByAShortName() throws Exception {
    assertThat(socket().toString()).hasSizeLessThan(107);
    assertThat(socket().resolveSibling(".").toRealPath()).isEqualTo(database.toRealPath());
  }

  @Test
  void linkThatACleanerTookIsMadeAgain() throws Exception {
    Path link = socket().resolveSibling("..").normalize();
    Files.delete(link);
    Files.delete(link.resolveSibling(""));

    assertThat(socket().resolveSibling(".").toRealPath()).isEqualTo(database.toRealPath());
  }

  private Path socket() throws Exception {
    return sockets.of(new DatabaseFolder(7, database, OptionalInt.empty())).getPath();
  }
}
