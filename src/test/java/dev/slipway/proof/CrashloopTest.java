package dev.slipway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Failpoint;
import dev.slipway.proof.crashloop.Findings;
import dev.slipway.proof.crashloop.Loop;
import dev.slipway.proof.live.Java;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real program, real Redis, and a kill -9 whenever it hurts.
final class CrashloopTest {
  private static final int ROUNDS = 20;
  private static final Java SMALL_SERVER =
      Java.of(
          "dev.slipway.Main",
          List.of(
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-Xmx128m",
              "--enable-native-access=ALL-UNNAMED"));

  @TempDir Path place;

  @Test
  void nothingIsLostOrDoubledOrLeftOverWhereverTheServerDies() throws Exception {
    Consumer<String> progress = System.out::println;
    try (Loop loop = new Loop(SMALL_SERVER, place, 1, progress)) {
      Findings findings = loop.run(ROUNDS);

      System.out.println(findings.closingLine());
      assertThat(findings.faults()).isEmpty();
      assertThat(findings.hit()).containsExactlyInAnyOrder(Failpoint.values());
      assertThat(findings.tasks()).isGreaterThan(ROUNDS);
      assertThat(findings.stolenPorts()).isPositive();
      assertThat(findings.fullDisks() > 0).isEqualTo(loop.fillsDisk());
    }
  }
}
