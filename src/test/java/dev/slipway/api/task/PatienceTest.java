package dev.slipway.api.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PatienceTest {
  @ParameterizedTest
  @CsvSource({
    "wait=0, 0",
    "wait=7, 7000",
    "wait=25, 25000",
    "wait=900, 25000",
    "wait=-3, 0",
    "wait=soon, 500",
    "respond-async, 500",
    "'respond-async, wait=2', 2000",
    "'', 500",
  })
  void preferenceDecidesHowLongAPollIsHeld(String prefer, long millis) {
    assertThat(Patience.of(Optional.of(prefer)).toMillis()).isEqualTo(millis);
  }

  @Test
  void nobodysPreferenceIsHalfASecond() {
    assertThat(Patience.of(Optional.empty()).toMillis()).isEqualTo(500);
  }
}
