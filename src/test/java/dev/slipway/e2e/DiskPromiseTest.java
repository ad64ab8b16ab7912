package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slipway.proof.live.Strace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A kill -9 keeps the page cache, so it proves nothing about the disk. Here strace watches a
/// database's Redis: what it syncs before it acknowledges a write.
final class DiskPromiseTest extends DatabasesTest {
  private static final int WRITES = 20;

  /// Nobody but this test adds up to numbers as these.
  private static final int LARGE = 700_000;

  private static final Pattern ACKNOWLEDGEMENT = Pattern.compile("\":7\\d{5}\\\\r\\\\n\"");

  @TempDir Path folder;

  @Override
  Site open(Path data) throws Exception {
    return Site.open(data, 15_300);
  }

  @Test
  void everyWriteIsOnTheDiskBeforeItIsAcknowledged() throws Exception {
    List<Integer> syncs = syncsOfEachWrite("aof-every-write");

    assertThat(syncs).hasSize(WRITES).allMatch(count -> count >= 1);
  }

  @Test
  void nothingIsSyncedForADatabaseThatKeepsNothing() throws Exception {
    List<Integer> syncs = syncsOfEachWrite("none");

    assertThat(syncs).hasSize(WRITES).allMatch(count -> count == 0);
  }

  private List<Integer> syncsOfEachWrite(String persistence) throws Exception {
    String path = make(Bodies.database(freshName(), persistence));
    Path log = folder.resolve(persistence);
    try (TenantRedis redis = TenantRedis.of(walker.get(path))) {
      assumeThat(Strace.hindrance()).isEmpty();
      Process strace = attach(redis.process(), log);
      redis.call("SET", "k", Integer.toString(LARGE));
      for (int i = 0; i < WRITES; i++) {
        redis.call("INCR", "k");
      }
      strace.destroy();
      assertThat(strace.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    return count(log);
  }

  /// Returns when strace watches every thread of this process.
  private static Process attach(ProcessHandle redis, Path log) throws IOException {
    Strace watch = new Strace("fsync,fdatasync,write,writev,sendto", log);
    Process strace = new ProcessBuilder(watch.attaching(redis.pid())).start();
    BufferedReader says = strace.errorReader();
    String first = Objects.requireNonNullElse(says.readLine(), "nothing");
    assumeThat(first).as("strace may watch other processes here").contains("attached");
    return strace;
  }

  private static List<Integer> count(Path log) throws IOException {
    List<Integer> counts = new ArrayList<>();
    int syncs = 0;
    for (String line : Files.readAllLines(log)) {
      if (ACKNOWLEDGEMENT.matcher(line).find()) {
        counts.add(syncs);
        syncs = 0;
      } else if (Strace.isSync(line)) {
        syncs++;
      }
    }
    return counts;
  }
}
