package dev.slipway.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// What a database costs for a while within one calendar month.
///
/// @param month in UTC
/// @param tags of the database when the report was made; none when it was gone by then
public record Charge(
    int databaseId, Usage.Terms terms, YearMonth month, Instant from, Instant to, List<Tag> tags) {
  private static final int DIGITS = 6;
  private static final BigDecimal HOUR = BigDecimal.valueOf(Duration.ofHours(1).toSeconds());

  /// For what of this usage lies between these times, one a month; none when nothing does.
  public static List<Charge> of(Usage usage, List<Tag> tags, Instant from, Instant to) {
    Instant end = usage.to() != null && usage.to().isBefore(to) ? usage.to() : to;
    Instant begin = usage.from().isAfter(from) ? usage.from() : from;
    List<Charge> charges = new ArrayList<>();
    while (begin.isBefore(end)) {
      YearMonth month = YearMonth.from(begin.atZone(ZoneOffset.UTC));
      Instant over = startOf(month.plusMonths(1));
      Instant until = over.isBefore(end) ? over : end;
      charges.add(new Charge(usage.databaseId(), usage.terms(), month, begin, until, tags));
      begin = until;
    }
    return charges;
  }

  /// When the month begins.
  public Instant billingFrom() {
    return startOf(month);
  }

  /// When the month is over.
  public Instant billingTo() {
    return startOf(month.plusMonths(1));
  }

  private static Instant startOf(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /// How long it ran, to a millionth.
  public BigDecimal hours() {
    var nanos = BigDecimal.valueOf(Duration.between(from, to).toNanos(), 9);
    return nanos.divide(HOUR, DIGITS, RoundingMode.HALF_UP);
  }

  /// The price of an hour of all its shards.
  public BigDecimal hourly() {
    return BigDecimal.valueOf(terms.price().pricePerUnit())
        .multiply(BigDecimal.valueOf(terms.price().quantity()));
  }

  /// Hours by price, to a millionth.
  public BigDecimal cost() {
    return hours().multiply(hourly()).setScale(DIGITS, RoundingMode.HALF_UP);
  }
}
