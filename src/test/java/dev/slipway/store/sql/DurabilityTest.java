package dev.slipway.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A kill -9 keeps the page cache, so it proves nothing about the disk. Here the system calls of a
/// submit are counted.
final class DurabilityTest {
  @TempDir Path folder;

  @BeforeEach
  void requireStrace() {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/strace")), "strace counts the system calls here");
  }

  @Test
  void everySubmitIsOnTheDiskBeforeItIsAnswered() throws Exception {
    assertThat(syncsOfEachSubmit(true)).hasSize(SubmitProbe.SUBMITS).allMatch(syncs -> syncs >= 1);
  }

  @Test
  void storeThatDoesNotSyncIsFoundOut() throws Exception {
    assertThat(syncsOfEachSubmit(false)).hasSize(SubmitProbe.SUBMITS).allMatch(syncs -> syncs == 0);
  }

  private List<Integer> syncsOfEachSubmit(boolean durable) throws Exception {
    Path log = folder.resolve("trace");
    Process traced =
        new ProcessBuilder(
                "/usr/bin/strace",
                "-f",
                "-e",
                "trace=write,pwrite64,fsync,fdatasync",
                "-o",
                log.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SubmitProbe.class.getName(),
                folder.toString(),
                Boolean.toString(durable))
            .inheritIO()
            .start();
    assertThat(traced.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(traced.exitValue()).isZero();
    return count(log);
  }

  private static List<Integer> count(Path log) throws IOException {
    List<Integer> counts = new ArrayList<>();
    int syncs = 0;
    for (String line : Files.readAllLines(log)) {
      if (line.contains("submit-begins")) {
        syncs = 0;
      } else if (line.contains("submit-answered")) {
        counts.add(syncs);
      } else if (line.contains("fdatasync(") || line.contains("fsync(")) {
        syncs++;
      }
    }
    return counts;
  }
}
