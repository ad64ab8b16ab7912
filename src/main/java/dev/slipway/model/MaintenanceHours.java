package dev.slipway.model;

import dev.slipway.model.SubscriptionSpec.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One occurrence of a maintenance window: from this instant to that one.
///
/// Windows are kept in the local time of a region and last as many hours as they say, also when the
/// clocks are changed meanwhile. One that begins in the hour that such a change leaves out begins
/// when that hour is over, one that begins in the hour that comes twice begins the first time.
public record MaintenanceHours(Instant from, Instant to) {
  /// The longest window that begins on a day may still be open on the next.
  private static final int DAYS_BACK = 2;

  private static final int DAYS_AHEAD = 8;

  /// The one that is open, or else the first that comes; empty when there are no windows.
  public static Optional<MaintenanceHours> next(List<Window> windows, ZoneId zone, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return windows.stream()
        .flatMap(window -> around(today, window, zone))
        .filter(hours -> hours.to().isAfter(now))
        .min(Comparator.comparing(MaintenanceHours::from));
  }

  private static Stream<MaintenanceHours> around(LocalDate today, Window window, ZoneId zone) {
    return today
        .minusDays(DAYS_BACK)
        .datesUntil(today.plusDays(DAYS_AHEAD))
        .filter(date -> window.days().contains(date.getDayOfWeek()))
        .map(date -> on(date, window, zone));
  }

  private static MaintenanceHours on(LocalDate date, Window window, ZoneId zone) {
    Instant from = date.atTime(window.startHour(), 0).atZone(zone).toInstant();
    return new MaintenanceHours(from, from.plus(Duration.ofHours(window.durationInHours())));
  }
}
