package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PricingTest {
  @ParameterizedTest
  @CsvSource({
    // gb, total, replicated, ops, unit, quantity (api-rules 4.10)
    "1, false, true, 1000, micro, 2",
    "0.1, true, false, 100, pico, 1",
    "0.1, true, false, 1000, micro, 1",
    "5, true, true, 1000, high-throughput, 2",
    "12, true, false, 10000, small, 1",
    "25, false, true, 25000, large, 2",
    "60, false, false, 1000, large, 3",
    "1, false, false, 100000, high-throughput, 4",
  })
  void databaseCostsShardsOfTheSmallestUnitThatFits(
      double gb, boolean total, boolean replicated, long operations, String unit, int quantity) {
    var database =
        Specs.database(
            "cache",
            d -> {
              d.size = new DatabaseSpec.Size(gb, total);
              d.replication = replicated;
              d.throughput = new DatabaseSpec.Throughput("operations-per-second", operations);
            });

    var line = Pricing.of(List.of(database), Specs.catalogue()).pricing().getFirst();

    assertThat(line.typeDetails()).isEqualTo(unit);
    assertThat(line.quantity()).isEqualTo(quantity);
  }

  @Test
  void lineHasTheFieldsThatClientsRead() {
    var prices = Pricing.of(List.of(Specs.database("cache")), Specs.catalogue());

    assertThat(prices.pricing())
        .containsExactly(
            new Prices.Line("cache", "Shards", "micro", 2, "shards", 0.027, "USD", "hour", null));
  }

  @Test
  void shardsThatAreTooFewAreTheLargest() {
    var database =
        Specs.database(
            "cache",
            d -> {
              d.size = new DatabaseSpec.Size(100, false);
              d.throughput = new DatabaseSpec.Throughput("number-of-shards", 2);
            });

    var line = Pricing.of(List.of(database), Specs.catalogue()).pricing().getFirst();

    assertThat(line.typeDetails()).isEqualTo("large");
    assertThat(line.quantity()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    // gb, version, percentage of RAM, unit, quantity (api-rules 4.4 and 4.10)
    "50, 6.2, 20, very-large, 1",
    "50, 7.4, 20, xlarge, 1",
    "50, 8.2, 20, flex-20, 1",
    "50, 8.6, 30, flex-30, 1",
    "51, 8.6, 30, flex-30, 2",
  })
  void databaseOnFlashCostsLargerShards(
      double gb, String version, int percentage, String unit, int quantity) {
    var database =
        Specs.database(
            "cache",
            d -> {
              d.size = new DatabaseSpec.Size(gb, false);
              d.replication = false;
              d.redisVersion = version;
              d.ramPercentage = percentage;
            });

    var line = Pricing.of(List.of(database), Specs.catalogue()).pricing().getFirst();

    assertThat(line.typeDetails()).isEqualTo(unit);
    assertThat(line.quantity()).isEqualTo(quantity);
  }

  @Test
  void noDatabaseCostsNothing() {
    assertThat(Pricing.of(List.of(), Specs.catalogue()).pricing()).isEmpty();
  }
}
