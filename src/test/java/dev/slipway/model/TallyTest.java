package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TallyTest {
  private static final Tally.Times NONE = new Tally.Times(List.of(), 0);

  private final Tally<String> tally = new Tally<>();

  @Test
  void eachFallsInTheFirstClassThatHoldsIt() {
    tally.add("a", Duration.ofMillis(1));
    tally.add("a", Duration.ofMillis(2));
    tally.add("a", Duration.ofSeconds(11));

    Tally.Times times = tally.times().getOrDefault("a", NONE);

    assertThat(times.classes()).containsExactly(1L, 1L, 0L, 0L, 0L, 0L, 0L, 1L);
    assertThat(times.seconds()).isEqualTo(11.003);
  }

  @Test
  void kindsAreCountedApart() {
    tally.add("a", Duration.ZERO);
    tally.add("b", Duration.ZERO);
    tally.add("b", Duration.ZERO);

    assertThat(tally.times().entrySet())
        .extracting(Map.Entry::getKey, row -> row.getValue().classes().getFirst())
        .containsExactlyInAnyOrder(tuple("a", 1L), tuple("b", 2L));
  }
}
