package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.model.Failpoint;
import dev.slipway.model.Failpoints;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `SLIPWAY_CRASH_AT` may say. That it really kills is for the tests of crashes.
final class CrashOnPurposeTest {
  private static Failpoints at(String wish) {
    return CrashOnPurpose.in(Map.of("SLIPWAY_CRASH_AT", wish));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after-exec:x",
        "after-exec:",
        "after-exec:0",
        "after-exec:-1",
        "after-exec:1:2",
        "after-exec:99999999999",
        "after-dinner",
        ":1"
      })
  void wordThatNamesNoFailpointAndCountIsToldWithWhatMayBeThere(String wish) {
    CannotStart refusal = catchThrowableOfType(CannotStart.class, () -> at(wish));

    assertThat(refusal.lines())
        .singleElement()
        .asString()
        .startsWith("SLIPWAY_CRASH_AT=" + wish + ": must be one of before-submit, ")
        .contains(", after-promotion, alone or with a colon and a number from 1");
  }

  @ParameterizedTest
  @EnumSource
  void everyFailpointMayBeNamedWithAndWithoutACount(Failpoint point) {
    assertThat(at(point.label())).isInstanceOf(CrashOnPurpose.class);
    assertThat(at(point.label() + ":2")).isInstanceOf(CrashOnPurpose.class);
  }

  @Test
  void withoutAWordThereIsNoCrash() {
    assertThat(at("")).isSameAs(Failpoints.OFF);
    assertThat(CrashOnPurpose.in(Map.of())).isSameAs(Failpoints.OFF);
  }
}
