package dev.slipway.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.proof.live.Strace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A kill -9 keeps the page cache, so it proves nothing about the disk. Here the fsyncs of a submit
/// are counted, by each witness that this machine has. Without any it fails: a promise that nobody
/// has looked at is not kept.
final class DurabilityTest {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("witnesses")
  void everySubmitIsOnTheDiskBeforeItIsAnswered(Witness witness) throws Exception {
    List<Integer> syncs = syncsOfEachSubmit(witness, true);

    assertThat(syncs).hasSize(SubmitProbe.SUBMITS).allMatch(count -> count >= 1);
  }

  @ParameterizedTest
  @MethodSource("witnesses")
  void storeThatDoesNotSyncIsFoundOut(Witness witness) throws Exception {
    List<Integer> syncs = syncsOfEachSubmit(witness, false);

    assertThat(syncs).hasSize(SubmitProbe.SUBMITS).allMatch(count -> count == 0);
  }

  static List<Witness> witnesses() throws IOException, InterruptedException {
    List<Witness> seeing = new ArrayList<>();
    List<String> hindrances = new ArrayList<>();
    for (Witness witness : Witness.values()) {
      witness.hindrance().ifPresentOrElse(hindrances::add, () -> seeing.add(witness));
    }
    assertThat(seeing)
        .as("Nobody here can count fsyncs: install strace or a C compiler. %s", hindrances)
        .isNotEmpty();
    return seeing;
  }

  private List<Integer> syncsOfEachSubmit(Witness witness, boolean durable) throws Exception {
    Path marks = folder.resolve("marks");
    List<String> program =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            SubmitProbe.class.getName(),
            folder.toString(),
            marks.toString(),
            Boolean.toString(durable));
    Process watched = witness.watching(program, marks).inheritIO().start();
    assertThat(watched.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(watched.exitValue()).isZero();
    return count(witness.log(marks));
  }

  private static List<Integer> count(Path log) throws IOException {
    List<Integer> counts = new ArrayList<>();
    int syncs = 0;
    for (String line : Files.readAllLines(log)) {
      if (line.contains("submit-begins")) {
        syncs = 0;
      } else if (line.contains("submit-answered")) {
        counts.add(syncs);
      } else if (Strace.isSync(line)) {
        syncs++;
      }
    }
    return counts;
  }
}
