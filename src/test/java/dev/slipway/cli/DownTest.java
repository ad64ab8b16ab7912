package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.CannotStart;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `down` on a server that takes its time.
class DownTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
  private final FakeDatabases databases = new FakeDatabases(2);
  @TempDir private Path data;
  private @Nullable Process server;

  @AfterEach
  void endTheServer() {
    if (server != null) {
      server.destroyForcibly();
    }
  }

  @Test
  void serverThatEndsItsDatabasesWithItIsWaitedFor() throws Exception {
    Process slow = serverThatWhenAsked("sleep 0.3; exit");

    new Down(databases, print, Duration.ZERO, Duration.ofMinutes(1)).run(data);

    assertThat(slow.isAlive()).isFalse();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("Waiting for the server, process " + slow.pid())
        .endsWith("; ended 2 databases.\n");
  }

  @Test
  void serverThatDoesNotEndIsNamedAndItsDatabasesGoOn() throws Exception {
    Process deaf = serverThatWhenAsked("");

    assertThatThrownBy(
            () -> new Down(databases, print, Duration.ZERO, Duration.ofMillis(1)).run(data))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("kill -9 " + deaf.pid());
    assertThat(databases.endedFolders).isEmpty();
  }

  private Process serverThatWhenAsked(String does) throws Exception {
    Process started =
        new ProcessBuilder("sh", "-c", "trap '%s' TERM; echo; read end".formatted(does)).start();
    server = started;
    assertThat(started.getInputStream().read()).isEqualTo('\n');
    ServerProcess.of(started.toHandle()).register(data);
    return started;
  }
}
