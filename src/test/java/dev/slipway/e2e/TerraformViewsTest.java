package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the sequence is shown of the catalogue and of its resources.
final class TerraformViewsTest extends TerraformTest {
  /// 1 and 1.0 are the same to clients.
  private static final Comparator<JsonNode> SAME =
      (one, other) ->
          one.equals(other)
                  || (one.isNumber() && other.isNumber() && one.asDouble() == other.asDouble())
              ? 0
              : 1;

  @Test
  void numbersOfResourcesAreNumbers() {
    assertThat(run.subscriptionCreated.at("/response/resourceId").isInt()).isTrue(); // trap 7
    assertThat(run.databaseCreated.at("/response/resourceId").isInt()).isTrue();
    assertThat(run.database.at("/databaseId"))
        .isEqualTo(run.databaseCreated.at("/response/resourceId"));
  }

  @Test
  void databasesAreListedInsideAListOfOneSubscription() {
    JsonNode subscriptions = run.plannedPage.at("/subscription");

    assertThat(subscriptions.isArray()).isTrue(); // trap 12
    assertThat(subscriptions.size()).isEqualTo(1);
    assertThat(run.plannedPage.at("/subscription/0/subscriptionId").asInt())
        .isEqualTo(run.subscriptionId());
    assertThat(words(run.plannedPage.at("/subscription/0/databases"), "name"))
        .containsExactlyInAnyOrder("creation-plan-db-1-1", "creation-plan-db-1-2");
  }

  @Test
  void networkIsShownAsItWasGivenWithoutAnInventedOne() {
    JsonNode networking = run.emptySubscription.at("/cloudDetails/0/regions/0/networking");

    assertThat(networking.isArray()).isTrue(); // trap 14
    assertThat(networking.get(0).get("deploymentCIDR").asString()).isEqualTo("10.0.0.0/24");
    assertThat(networking.get(0).has("vpcId")).isFalse(); // trap 15
  }

  @Test
  void oneZoneIsPreferredWhenNoneWasAskedFor() {
    assertThat(run.emptySubscription.at("/cloudDetails/0/regions/0/preferredAvailabilityZones"))
        .hasSize(1); // trap 16
  }

  @Test
  void proSpellingsAreUsed() {
    assertThat(run.database.at("/security/enableDefaultUser").asBoolean()).isTrue(); // trap 18
    assertThat(run.database.at("/backup/enableRemoteBackup").isBoolean()).isTrue();
    assertThat(run.database.at("/security/sourceIps").get(0).asString()).isEqualTo("0.0.0.0/0");
  }

  @Test
  void whatTheProviderReadsWithoutLookingIsThere() {
    assertThat(run.database.at("/throughputMeasurement/by").asString())
        .isEqualTo("operations-per-second"); // trap 19
    assertThat(run.database.at("/clustering/numberOfShards").isInt()).isTrue();
    assertThat(run.database.at("/security/enableTls").isBoolean()).isTrue();
    assertThat(run.database.at("/security/tlsClientAuthentication").isBoolean()).isTrue();
    assertThat(run.database.at("/modules").isArray()).isTrue();
    assertThat(run.database.at("/alerts").isArray()).isTrue();
    assertThat(run.emptySubscription.at("/cloudDetails").size()).isEqualTo(1);
    assertThat(run.emptySubscription.state()).isNotEmpty();
  }

  @Test
  void ordinalsOfRulesCountFromZero() {
    JsonNode rules = run.database.at("/clustering/regexRules");

    assertThat(rules.valueStream().map(rule -> rule.get("ordinal").asInt()))
        .isNotEmpty()
        .containsExactlyElementsOf(IntStream.range(0, rules.size()).boxed().toList()); // trap 20
  }

  @Test
  void cardIsANumberAndTimesAreReadable() {
    assertThat(run.paymentMethods.at("/paymentMethods").size()).isEqualTo(1);
    assertThat(run.paymentMethods.at("/paymentMethods/0/creditCardEndsWith").isInt()).isTrue();
    assertThat(run.paymentMethods.at("/paymentMethods/0/creditCardEndsWith").asInt())
        .isEqualTo(5556); // trap 21
    assertThat(Instant.parse(run.database.word("/activatedOn")))
        .isAfterOrEqualTo(Instant.parse(run.databaseCreated.word("/x-slipway/queuedAt")));
    assertThat(Instant.parse(run.database.word("/lastModified"))).isAfter(Instant.EPOCH);
  }

  @Test
  void maintenanceWindowsAreAnsweredAtOnce() {
    assertThat(run.maintenanceWindows.status()).isEqualTo(200); // trap 22
    assertThat(run.maintenanceWindows.word("/mode")).isEqualTo("automatic");
    assertThat(run.maintenanceWindows.json().has("taskId")).isFalse();
  }

  @Test
  void subscriptionWithoutDatabasesCostsNothing() {
    assertThat(run.emptyPricing.status()).isEqualTo(200); // traps 22 and 23
    assertThat(run.emptyPricing.at("/pricing").isArray()).isTrue();
    assertThat(run.emptyPricing.at("/pricing")).isEmpty();
    assertThat(run.emptySubscription.at("/numberOfDatabases").asInt()).isZero();
  }

  @Test
  void replicatedDatabaseOfOneGigabyteCostsTwoShards() {
    assertThat(run.pricing.at("/pricing")).hasSize(1);
    JsonNode line = run.pricing.at("/pricing/0");
    assertThat(line.get("type").asString()).isEqualTo("Shards");
    assertThat(line.get("typeDetails").asString()).isEqualTo("micro");
    assertThat(line.get("quantity").asInt()).isEqualTo(2);
    assertThat(line.get("quantityMeasurement").asString()).isEqualTo("shards");
    assertThat(line.get("priceCurrency").asString()).isEqualTo("USD");
    assertThat(line.get("pricePeriod").asString()).isEqualTo("hour");
  }

  @Test
  void missingPasswordIsMadeUpAndShownInClear() {
    assertThat(run.database.word("/security/password")).hasSize(32); // trap 28
  }

  @Test
  void databaseIsShownAsItWasAskedFor() {
    ObjectNode asked = (ObjectNode) JsonMapper.shared().readTree(TerraformBodies.postDatabase());
    asked.remove(List.of("dryRun", "enableTls", "modules", "alerts"));

    assertThat(asked.properties())
        .hasSize(12)
        .allSatisfy(
            field ->
                assertThat(run.database.at("/" + field.getKey()).equals(SAME, field.getValue()))
                    .describedAs(field.getKey())
                    .isTrue());
    assertThat(words(run.database.at("/modules"), "name")).containsExactly("RedisJSON");
    assertThat(run.database.at("/alerts/0/name").asString()).isEqualTo("dataset-size");
    assertThat(run.database.at("/alerts/0/value").asInt()).isEqualTo(80);
  }

  @Test
  void replicatedDatabaseMayUseTwiceItsSize() {
    assertThat(run.database.at("/datasetSizeInGb").asDouble()).isEqualTo(1);
    assertThat(run.database.at("/memoryLimitInGb").asDouble()).isEqualTo(2);
  }

  @Test
  void catalogueHasWhatTheProviderLooksFor() {
    assertThat(words(run.regions.at("/regions"), "name")).contains("eu-west-1", "us-east-1");
    assertThat(words(run.persistence.at("/dataPersistence"), "name"))
        .contains("none", "aof-every-1-second", "aof-every-write", "snapshot-every-1-hour");
    assertThat(words(run.modules.at("/modules"), "name"))
        .contains("RedisBloom", "RediSearch", "RedisJSON", "RedisTimeSeries");
  }
}
