package dev.slipway.command;

import static dev.slipway.model.ProblemType.COST_REPORT_DATE_RANGE_EXCEEDS_LIMIT;
import static dev.slipway.model.ProblemType.COST_REPORT_END_DATE_BEFORE_START_DATE;
import static dev.slipway.model.ProblemType.COST_REPORT_FUTURE_DATES_NOT_ALLOWED;
import static dev.slipway.model.ProblemType.COST_REPORT_INVALID_DATE_FORMAT;
import static dev.slipway.model.ProblemType.COST_REPORT_TAG_KEY_EMPTY;
import static dev.slipway.model.ProblemType.COST_REPORT_TAG_VALUE_EMPTY;

import dev.slipway.model.Charge;
import dev.slipway.model.CostReport;
import dev.slipway.model.CreateCostReport;
import dev.slipway.model.CreateCostReport.Label;
import dev.slipway.model.Usage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Makes a cost report of what ran on some days (api-rules 3.3 and 4.13). Its file is kept in the
/// rows under a name that nobody can guess.
record CostReportHandler(RandomGenerator random) {
  private static final int MOST_DAYS = 40;

  Outcome create(CreateCostReport command, Turn turn) {
    LocalDate first = date("startDate", command.startDate());
    LocalDate last = date("endDate", command.endDate());
    check(first, last, turn.now());
    command.filter().tags().forEach(CostReportHandler::check);
    Instant over = startOf(last.plusDays(1));
    Instant until = over.isBefore(turn.now()) ? over : turn.now();
    List<Charge> charges =
        turn.tx().meter().of(turn.account(), startOf(first), until).stream()
            .flatMap(usage -> charges(usage, command.filter(), turn, startOf(first), until))
            .toList();
    var report = new CostReport(command.format(), charges);
    String name = name(command.format());
    turn.tx().costReports().add(turn.account(), name, report, turn.now());
    return new Outcome.Accepted(null, new CostReport.Name(name));
  }

  private static Stream<Charge> charges(
      Usage usage, CreateCostReport.Filter filter, Turn turn, Instant from, Instant to) {
    var tags = turn.tx().tags().of(usage.databaseId());
    return filter.means(usage, tags) ? Charge.of(usage, tags, from, to).stream() : Stream.empty();
  }

  private String name(CostReport.Format format) {
    return new UUID(random.nextLong(), random.nextLong())
        + "."
        + format.name().toLowerCase(Locale.ROOT);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static LocalDate date(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw new Refused(
          COST_REPORT_INVALID_DATE_FORMAT,
          "%s %s is no date.".formatted(field, Words.quoted(text)),
          "Write it as 2026-01-31.");
    }
  }

  private static void check(LocalDate first, LocalDate last, Instant now) {
    if (!last.isAfter(first)) {
      throw new Refused(
          COST_REPORT_END_DATE_BEFORE_START_DATE,
          "endDate %s is not after startDate %s.".formatted(last, first));
    }
    if (last.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
      throw new Refused(
          COST_REPORT_FUTURE_DATES_NOT_ALLOWED, "endDate %s has not come yet.".formatted(last));
    }
    if (ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
      throw new Refused(
          COST_REPORT_DATE_RANGE_EXCEEDS_LIMIT,
          "From startDate to endDate it is more than %s days.".formatted(MOST_DAYS),
          "Ask for less at once.");
    }
  }

  private static void check(Label label) {
    if (label.key().isBlank()) {
      throw new Refused(COST_REPORT_TAG_KEY_EMPTY, "The key of a tag is empty.");
    }
    if (label.value().isBlank()) {
      throw new Refused(
          COST_REPORT_TAG_VALUE_EMPTY,
          "The value of the tag %s is empty.".formatted(Words.quoted(label.key())));
    }
  }
}
