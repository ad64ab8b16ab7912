package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a database is backed up next.
final class ScheduleTest {
  private static Instant next(int every, @Nullable Integer hour, String anchor, String now) {
    return new Schedule(10_001, new AccountId(1), "", every, hour, Instant.parse(anchor))
        .after(Instant.parse(now))
        .nextAt();
  }

  @ParameterizedTest
  @CsvSource({
    "24, 16, 2026-11-27T10:00:00Z, 2026-11-27T16:00:00Z",
    "24, 16, 2026-11-27T16:00:00Z, 2026-11-28T16:00:00Z",
    "24, 0, 2026-11-27T10:00:00Z, 2026-11-28T00:00:00Z",
    "12, 16, 2026-11-27T01:00:00Z, 2026-11-27T04:00:00Z",
    "12, 4, 2026-11-27T10:00:00Z, 2026-11-27T16:00:00Z"
  })
  void hourOfTheDayIsKept(int every, int hour, String now, Instant next) {
    assertThat(next(every, hour, now, now)).isEqualTo(next);
  }

  @Test
  void withoutAnHourTheIntervalCounts() {
    assertThat(next(6, null, "2026-11-27T10:30:00Z", "2026-11-27T10:30:00Z"))
        .isEqualTo(Instant.parse("2026-11-27T16:30:00Z"));
  }

  @Test
  void thoseMissedWhileNoServerRanAreOne() {
    assertThat(next(1, null, "2026-11-27T10:30:00Z", "2026-11-29T10:31:00Z"))
        .isEqualTo(Instant.parse("2026-11-29T11:30:00Z"));
  }
}
