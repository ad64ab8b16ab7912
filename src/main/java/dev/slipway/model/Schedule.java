package dev.slipway.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// When a database is backed up by itself (api-rules 4.7).
///
/// @param region of an Active-Active database; else empty
/// @param everyHours 1, 2, 4, 6, 12 or 24
/// @param hour of the day in UTC at which one of them is; null when it is all the same
/// @param nextAt when the next one is due
public record Schedule(
    int databaseId,
    AccountId account,
    String region,
    int everyHours,
    @Nullable Integer hour,
    Instant nextAt) {
  /// That of a database whose wish this is. Without an hour the first backup is one interval from
  /// now.
  public static Schedule of(
      Resource<DatabaseSpec> database, String region, DatabaseSpec.Backup wish, Instant now) {
    int every = hours(String.valueOf(wish.interval()));
    Integer hour = wish.timeUtc() == null ? null : LocalTime.parse(wish.timeUtc()).getHour();
    var begun = new Schedule(database.id(), database.account(), region, every, hour, now);
    return begun.after(now);
  }

  /// Out of a word such as `every-12-hours`.
  private static int hours(String interval) {
    return Integer.parseInt(interval.replaceAll("\\D", ""));
  }

  /// The same with its next backup after this time. Those that were missed meanwhile are one.
  public Schedule after(Instant now) {
    Duration step = Duration.ofHours(everyHours);
    Instant anchor =
        hour == null
            ? nextAt
            : now.atOffset(ZoneOffset.UTC).toLocalDate().atTime(hour, 0).toInstant(ZoneOffset.UTC);
    long passed = Math.floorDiv(Duration.between(anchor, now).toMillis(), step.toMillis());
    return new Schedule(
        databaseId, account, region, everyHours, hour, anchor.plus(step.multipliedBy(passed + 1)));
  }

  /// Whether both are the same wish, whenever they are due.
  public boolean isThatOf(Schedule other) {
    return region.equals(other.region)
        && everyHours == other.everyHours
        && Objects.equals(hour, other.hour);
  }
}
