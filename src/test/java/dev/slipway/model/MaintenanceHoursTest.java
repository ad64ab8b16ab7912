package dev.slipway.model;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.SubscriptionSpec.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When a window comes next. New York leaves out 02:00 to 03:00 on 2026-03-08, and has 01:00 to
/// 02:00 twice on 2026-11-01.
final class MaintenanceHoursTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void noWindowNeverComes() {
    assertThat(MaintenanceHours.next(List.of(), NEW_YORK, Instant.EPOCH)).isEmpty();
  }

  @Test
  void windowIsMeantInTheTimeOfTheRegion() {
    assertThat(next("2026-07-01T00:00:00Z", window(22, 8, WEDNESDAY)))
        .isEqualTo(hours("2026-07-02T02:00:00Z", "2026-07-02T10:00:00Z"));
  }

  @Test
  void openWindowIsTheNextOne() {
    assertThat(next("2026-07-02T09:59:59Z", window(22, 8, WEDNESDAY)))
        .isEqualTo(hours("2026-07-02T02:00:00Z", "2026-07-02T10:00:00Z"));
  }

  @Test
  void windowThatIsOverComesAgainInAWeek() {
    assertThat(next("2026-07-02T10:00:00Z", window(22, 8, WEDNESDAY)))
        .isEqualTo(hours("2026-07-09T02:00:00Z", "2026-07-09T10:00:00Z"));
  }

  @Test
  void firstOfSeveralWindowsAndDaysCounts() {
    assertThat(
            next("2026-07-02T10:00:00Z", window(22, 8, WEDNESDAY), window(4, 24, MONDAY, SATURDAY)))
        .isEqualTo(hours("2026-07-04T08:00:00Z", "2026-07-05T08:00:00Z"));
  }

  @Test
  void windowThatBeginsInTheHourLeftOutBeginsWhenThatIsOver() {
    assertThat(next("2026-03-08T00:00:00Z", window(2, 4, SUNDAY)))
        .isEqualTo(hours("2026-03-08T07:00:00Z", "2026-03-08T11:00:00Z"));
  }

  @Test
  void windowThatBeginsInTheHourThatComesTwiceBeginsTheFirstTime() {
    assertThat(next("2026-11-01T00:00:00Z", window(1, 4, SUNDAY)))
        .isEqualTo(hours("2026-11-01T05:00:00Z", "2026-11-01T09:00:00Z"));
  }

  @Test
  void windowLastsItsHoursOverAChangeOfTheClocks() {
    assertThat(next("2026-03-08T00:00:00Z", window(22, 8, SATURDAY)))
        .isEqualTo(hours("2026-03-08T03:00:00Z", "2026-03-08T11:00:00Z"));
    assertThat(next("2026-11-01T00:00:00Z", window(22, 8, SATURDAY)))
        .isEqualTo(hours("2026-11-01T02:00:00Z", "2026-11-01T10:00:00Z"));
  }

  private static MaintenanceHours next(String now, Window... windows) {
    return MaintenanceHours.next(List.of(windows), NEW_YORK, Instant.parse(now)).orElseThrow();
  }

  private static Window window(int startHour, int hours, DayOfWeek... days) {
    return new Window(List.of(days), startHour, hours);
  }

  private static MaintenanceHours hours(String from, String to) {
    return new MaintenanceHours(Instant.parse(from), Instant.parse(to));
  }
}
