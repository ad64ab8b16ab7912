package dev.slipway.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Folders of processes, with names of whatever bytes.
final class ProcessTableTest {
  private final ProcessTable processes = new ProcessTable();
  @TempDir private Path folder;
  private @Nullable Process process;

  @AfterEach
  void endTheProcess() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "100%20 sure", "old (deleted)", "caf\\0303\\0251", "byte\\0377"})
  void removedFolderIsNamedToTheByte(String name) throws IOException {
    assumeThat(processes.complete()).as("there is a /proc").isTrue();
    Process worker = workingInARemovedFolder(name);

    Path removed = processes.removedDirectory(worker.pid()).orElseThrow();

    assertThat(removed).hasParent(folder.toRealPath());
    assertThat(Files.exists(removed)).as("it is there again").isTrue();
  }

  /// Another folder has the name afterwards, for the test to find: Java could not write each name.
  ///
  /// @param name bytes beyond ASCII in octal, as `printf` reads them
  private Process workingInARemovedFolder(String name) throws IOException {
    String script =
        """
        name=$PWD/$(printf '%b' "$1") && mkdir "$name" && cd "$name" &&
        rmdir "$name" && mkdir "$name" && echo && exec sleep 60
        """;
    Process started =
        new ProcessBuilder("sh", "-c", script, "sh", name).directory(folder.toFile()).start();
    process = started;
    assertThat(started.getInputStream().read()).isEqualTo('\n');
    return started;
  }
}
