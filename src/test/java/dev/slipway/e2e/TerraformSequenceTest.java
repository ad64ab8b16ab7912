package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The Terraform provider's whole sequence is played once; each test looks at one thing that
/// unmodified clients demand of the answers (client-contract 6; traps by their number).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerraformSequenceTest {
  /// What the provider waits through before `active`; every other status ends its wait as a failure
  /// (client-contract 3.4).
  private static final Set<String> STATUSES_OF_A_DATABASE =
      Set.of("draft", "pending", "active-change-pending", "active-change-draft", "active");

  private static final Set<String> STATUSES_OF_A_TASK =
      Set.of(
          "initialized",
          "received",
          "processing-in-progress",
          "processing-completed",
          "processing-error");

  /// 1 and 1.0 are the same to clients.
  private static final Comparator<JsonNode> SAME =
      (one, other) ->
          one.equals(other)
                  || (one.isNumber() && other.isNumber() && one.asDouble() == other.asDouble())
              ? 0
              : 1;

  private Site site;
  private Walker walker;
  private TerraformRun run;

  @BeforeAll
  void play(@TempDir Path data) throws Exception {
    site = Site.open(data, 14_100);
    walker = site.walker();
    run = new TerraformRun(walker);
  }

  @AfterAll
  void close() throws Exception {
    site.close();
  }

  @Test
  void everyWriteIsAnsweredWithATaskInJson() {
    assertThat(run.accepted())
        .hasSizeGreaterThan(8)
        .allSatisfy(
            reply -> {
              assertThat(reply.status()).isEqualTo(202); // trap 1
              assertThat(reply.word("/taskId")).hasSize(36);
              assertThat(reply.state()).isEqualTo("received");
            });
  }

  @Test
  void questionMarkInsideThePathBeginsAQuery() {
    Reply unknown = walker.get("/subscriptions/redis-versions%3FsubscriptionId=99999");

    assertThat(run.redisVersions.status()).isEqualTo(200); // trap 2
    assertThat(words(run.redisVersions.at("/redisVersions"), "version")).contains("7.4");
    assertThat(unknown.status()).isEqualTo(404);
  }

  @Test
  void pathWithAFinalSlashIsTheSamePath() {
    Reply account = walker.get("/");

    assertThat(account.status()).isEqualTo(200); // trap 3
    assertThat(account.at("/account/id").isInt()).isTrue();
    assertThat(walker.get("/subscriptions/").json()).isEqualTo(walker.get("/subscriptions").json());
  }

  @Test
  void contentTypeWithoutABodyIsNoFault() {
    List<Reply> withoutBody =
        run.diary.stream()
            .filter(reply -> Set.of("GET", "DELETE").contains(reply.http().request().method()))
            .toList();

    assertThat(withoutBody)
        .isNotEmpty()
        .allSatisfy(reply -> assertThat(reply.status()).isIn(200, 202, 404)); // trap 4
  }

  @Test
  void taskHasAnErrorOnlyWhenItFailed() {
    assertThat(run.polls())
        .isNotEmpty()
        .allSatisfy(
            poll ->
                assertThat(poll.at("/response/error").isObject()) // trap 5
                    .isEqualTo(poll.state().equals("processing-error")));
  }

  @Test
  void finishedTaskHasAResponse() {
    assertThat(run.polls())
        .filteredOn(poll -> poll.state().startsWith("processing-completed"))
        .hasSizeGreaterThan(8)
        .allSatisfy(poll -> assertThat(poll.at("/response").isObject()).isTrue()); // trap 6
  }

  @Test
  void numbersOfResourcesAreNumbers() {
    assertThat(run.subscriptionCreated.at("/response/resourceId").isInt()).isTrue(); // trap 7
    assertThat(run.databaseCreated.at("/response/resourceId").isInt()).isTrue();
    assertThat(run.database.at("/databaseId"))
        .isEqualTo(run.databaseCreated.at("/response/resourceId"));
  }

  @Test
  void taskIsReadableAtOnceAndItsStatusesAreKnown() {
    assertThat(run.polls())
        .allSatisfy(
            poll -> {
              assertThat(poll.status()).isEqualTo(200); // trap 9
              assertThat(poll.state()).isIn(STATUSES_OF_A_TASK); // trap 8
            });
  }

  @Test
  void resourceIsReadableWhenItsTaskHasEnded() {
    assertThat(run.subscriptionReads().getFirst().status()).isEqualTo(200); // trap 10
    assertThat(run.databaseReads())
        .filteredOn(read -> read.at("/databaseId").equals(run.database.at("/databaseId")))
        .isNotEmpty();
  }

  @Test
  void resourceIsNeverInAStatusThatEndsAWait() {
    assertThat(run.databaseReads())
        .filteredOn(read -> read.status() == 200)
        .extracting(Reply::state)
        .contains("active")
        .allSatisfy(state -> assertThat(state).isIn(with(STATUSES_OF_A_DATABASE, "deleting")));
    assertThat(run.subscriptionReads())
        .filteredOn(read -> read.status() == 200)
        .extracting(Reply::state)
        .contains("active")
        .allSatisfy(state -> assertThat(state).isIn("pending", "active", "deleting")); // trap 11
  }

  private static Set<String> with(Set<String> words, String another) {
    return Stream.concat(words.stream(), Stream.of(another))
        .collect(Collectors.toUnmodifiableSet());
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
  void pageAfterTheLastIsNotFound() {
    assertThat(run.pageAfterTheLast.status()).isEqualTo(404); // trap 13
    assertThat(run.emptyPage.status()).isEqualTo(200);
    assertThat(run.emptyPage.at("/subscription").size()).isEqualTo(1);
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
  void certificateAsAStringIsReadAndItsFaultEndsTheTask() {
    assertThat(run.brokenCertificate.state()).isEqualTo("processing-error"); // traps 17 and 30
    assertThat(run.brokenCertificate.word("/response/error/type"))
        .isEqualTo("DATABASE_INVALID_CERT");
    assertThat(run.brokenCertificate.word("/response/error/status")).isEqualTo("400 BAD_REQUEST");
    assertThat(run.brokenCertificate.word("/response/error/description"))
        .startsWith("Database certificate is invalid");
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
  void everyAnswerLeavesClientsUnthrottled() {
    assertThat(run.diary)
        .allSatisfy(
            reply ->
                assertThat(
                        reply.http().headers().firstValueAsLong("X-Rate-Limit-Remaining").orElse(0))
                    .isGreaterThan(400)); // trap 30
  }

  @Test
  void presentValuesAreAcceptedWhileDatabasesAreDeleted() {
    assertThat(run.putWhileDatabasesAreDeleted.state()).isEqualTo("processing-completed");
    assertThat(run.emptySubscription.word("/name")).isEqualTo("tf-subscription");
    assertThat(run.emptySubscription.at("/paymentMethodId").asInt())
        .isEqualTo(TerraformBodies.PAYMENT_METHOD);
    assertThat(run.emptySubscription.at("/publicEndpointAccess").asBoolean()).isTrue();
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
  void repeatedPutMovesNothingButWhatItClears() {
    assertThat(run.databaseAfterPut.at("/alerts")).isEmpty();
    assertThat(run.databaseAfterPut.json().has("replicaOf")).isFalse();
    assertThat(wanted(run.databaseAfterPut, "alerts")).isEqualTo(wanted(run.database, "alerts"));
    assertThat(wanted(run.databaseAfterSecondPut)).isEqualTo(wanted(run.databaseAfterPut));
  }

  /// The part of a database that a user asked for.
  private static JsonNode wanted(Reply database, String... without) {
    ObjectNode fields = (ObjectNode) database.json();
    fields.remove(List.of("lastModified", "memoryUsedInMb", "links", "x-slipway"));
    fields.remove(List.of(without));
    return fields;
  }

  @Test
  void catalogueHasWhatTheProviderLooksFor() {
    assertThat(words(run.regions.at("/regions"), "name")).contains("eu-west-1", "us-east-1");
    assertThat(words(run.persistence.at("/dataPersistence"), "name"))
        .contains("none", "aof-every-1-second", "aof-every-write", "snapshot-every-1-hour");
    assertThat(words(run.modules.at("/modules"), "name"))
        .contains("RedisBloom", "RediSearch", "RedisJSON", "RedisTimeSeries");
  }

  @Test
  void destroyedResourcesAreNotFound() {
    assertThat(run.databaseGone.status()).isEqualTo(404);
    assertThat(run.subscriptionGone.status()).isEqualTo(404);
    assertThat(walker.get("/subscriptions").at("/subscriptions")).isEmpty();
  }

  private static List<String> words(JsonNode list, String field) {
    return list.valueStream().map(element -> element.get(field).asString()).toList();
  }
}
