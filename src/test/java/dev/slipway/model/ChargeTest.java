package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a usage costs.
final class ChargeTest {
  private static final Usage.Terms TERMS =
      new Usage.Terms(
          7,
          "shop",
          SubscriptionSpec.Provider.AWS,
          "us-east-1",
          0.1,
          new Prices.Line("cache", "Shards", "micro", 2, "shards", 0.027, "USD", "hour", null));

  @Test
  void hoursOfAllShardsArePaidFor() {
    var charge = only(charges("2026-05-01T10:00:00Z", "2026-05-01T11:30:00Z"));

    assertThat(charge.hours()).isEqualByComparingTo("1.5");
    assertThat(charge.hourly()).isEqualByComparingTo("0.054");
    assertThat(charge.cost()).isEqualByComparingTo("0.081");
  }

  @Test
  void secondIsPaidForToAMillionth() {
    var charge = only(charges("2026-05-01T10:00:00Z", "2026-05-01T10:00:01Z"));

    assertThat(charge.hours()).isEqualByComparingTo("0.000278");
    assertThat(charge.cost()).isEqualByComparingTo("0.000015");
  }

  @Test
  void onlyTheAskedTimeCounts() {
    var charge = only(charges("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"));

    assertThat(charge.from()).isEqualTo("2026-05-01T00:00:00Z");
    assertThat(charge.to()).isEqualTo("2026-05-31T00:00:00Z");
  }

  @Test
  void whatStillRunsIsPaidForUntilTheEndOfTheReport() {
    assertThat(only(charges("2026-05-30T00:00:00Z", null)).to()).isEqualTo("2026-05-31T00:00:00Z");
  }

  @Test
  void everyMonthHasItsOwnCharge() {
    var usage = usage("2026-04-30T23:00:00Z", "2026-05-01T02:00:00Z");

    var charges = Charge.of(usage, List.of(), Instant.EPOCH, Instant.parse("2026-06-01T00:00:00Z"));

    assertThat(charges).hasSize(2);
    assertThat(charges.getFirst().to()).isEqualTo("2026-05-01T00:00:00Z");
    assertThat(charges.getFirst().billingFrom()).isEqualTo("2026-04-01T00:00:00Z");
    assertThat(charges.getFirst().billingTo()).isEqualTo("2026-05-01T00:00:00Z");
    assertThat(charges.getLast().billingFrom()).isEqualTo("2026-05-01T00:00:00Z");
  }

  @Test
  void whatRanAtAnotherTimeCostsNothing() {
    assertThat(charges("2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z")).isEmpty();
  }

  private static List<Charge> charges(String from, @Nullable String to) {
    return Charge.of(
        usage(from, to),
        List.of(),
        Instant.parse("2026-05-01T00:00:00Z"),
        Instant.parse("2026-05-31T00:00:00Z"));
  }

  private static Charge only(List<Charge> charges) {
    assertThat(charges).hasSize(1);
    return charges.getFirst();
  }

  private static Usage usage(String from, @Nullable String to) {
    return new Usage(1, TERMS, Instant.parse(from), to == null ? null : Instant.parse(to));
  }
}
