package dev.slipway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.proof.fuzz.Run;
import dev.slipway.proof.live.Java;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real program, and requests made from its own description.
final class FuzzTest {
  private static final int REQUESTS = 2_000;
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
  void everyAnswerIsAsDescribedAndNothingIsLeft() throws Exception {
    Run.Result result = new Run(SMALL_SERVER, place, 1, System.out::println).send(REQUESTS);

    System.out.println(result.closingLine());
    assertThat(result.findings()).isEmpty();
  }
}
