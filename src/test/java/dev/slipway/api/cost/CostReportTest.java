package dev.slipway.api.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.FamilyTest;
import dev.slipway.model.Prices;
import dev.slipway.model.SubscriptionSpec.Provider;
import dev.slipway.model.Usage;
import dev.slipway.store.sql.Stores;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an account is charged for. It is 2026-01-04, and two databases ran since 2026-01-01.
final class CostReportTest extends FamilyTest {
  private static final String DAYS = "\"startDate\":\"2026-01-01\",\"endDate\":\"2026-01-02\"";

  @BeforeEach
  void run() {
    server.runs(11, terms(7, "us-east-1", "cache, small"), Stores.START);
    server.runs(12, terms(8, "eu-west-1", "queue"), Stores.START.plusSeconds(3_600));
    server.pass(Duration.ofDays(3));
  }

  private static Usage.Terms terms(int subscription, String region, String name) {
    return new Usage.Terms(
        subscription,
        "shop",
        Provider.AWS,
        region,
        0.1,
        new Prices.Line(name, "Shards", "micro", 2, "shards", 0.027, "USD", "hour", null));
  }

  @Test
  void reportIsDownloadedUnderItsName() {
    String name = report("{" + DAYS + "}");

    var file = owner.get("/v1/cost-report/" + name);

    assertThat(name).endsWith(".csv");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + name + "\"");
  }

  @Test
  void csvHasALineForEachDatabaseBelowTheColumns() {
    List<String> lines = csv("{" + DAYS + "}");

    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst())
        .startsWith("BillingAccountId,BillingAccountName,")
        .contains("Tags");
    assertThat(lines.get(1))
        .startsWith(
            "1,account 1,Redis Cloud,redis.io,2026-01-01T00:00:00Z,2026-02-01T00:00:00Z,"
                + "2026-01-01T00:00:00Z,2026-01-03T00:00:00Z,")
        .contains(",\"cache, small\",", ",48,Hours,2.592,USD,")
        .endsWith(",{}");
    assertThat(lines.get(2)).contains("queue", ",47,Hours,2.538,USD,");
  }

  @Test
  void jsonHasTheSameColumnsAsNumbersAndTexts() {
    JsonNode rows = json("{" + DAYS + ",\"format\":\"json\"}");

    assertThat(rows).hasSize(2);
    JsonNode row = rows.get(0);
    assertThat(row.get("PricingQuantity").asDouble()).isEqualTo(48);
    assertThat(row.get("ListUnitPrice").asDouble()).isEqualTo(0.054);
    assertThat(row.get("BilledCost").asDouble()).isEqualTo(2.592);
    assertThat(row.get("ServiceName").asString()).isEqualTo("Redis Cloud Pro");
    assertThat(row.at("/SkuPriceDetails/ShardType").asString()).isEqualTo("micro");
    assertThat(row.get("ResourceId").asInt()).isEqualTo(11);
  }

  @Test
  void dayThatIsNotOverCountsUntilNow() {
    JsonNode rows =
        json(
            "{\"startDate\":\"2026-01-03\",\"endDate\":\"2026-01-04\",\"format\":\"json\","
                + "\"databaseIds\":[11]}");

    assertThat(rows.get(0).get("ChargePeriodEnd").asString()).isEqualTo("2026-01-04T00:00:00Z");
  }

  @Test
  void whatStoppedIsChargedForUntilThen() {
    server.stops(11, Stores.START.plusSeconds(7_200));

    JsonNode rows = json("{" + DAYS + ",\"format\":\"json\",\"databaseIds\":[11]}");

    assertThat(rows.get(0).get("ConsumedQuantity").asDouble()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"subscriptionIds\":[8]",
        "\"databaseIds\":[12]",
        "\"regions\":[\"eu-west-1\"]",
        "\"subscriptionType\":\"pro\",\"databaseIds\":[12,99]"
      })
  void filterKeepsWhatItNames(String filter) {
    JsonNode rows = json("{" + DAYS + ",\"format\":\"json\"," + filter + "}");

    assertThat(rows.findValuesAsString("ResourceName")).containsExactly("queue");
  }

  @Test
  void noneIsAnEssentialsSubscription() {
    assertThat(csv("{" + DAYS + ",\"subscriptionType\":\"essentials\"}")).hasSize(1);
  }

  @Test
  void tagsAreShownAndAskedFor() {
    int database = database();
    server.runs(database, terms(database, "us-east-1", "tagged"), Stores.START);
    owner.post(
        "/v1/subscriptions/%d/databases/%d/tags".formatted(database, database),
        "{\"key\":\"team\",\"value\":\"web\"}");

    JsonNode rows =
        json("{" + DAYS + ",\"format\":\"json\",\"tags\":[{\"key\":\"team\",\"value\":\"web\"}]}");

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).at("/Tags/team").asString()).isEqualTo("web");
    assertThat(csv("{" + DAYS + ",\"tags\":[{\"key\":\"team\",\"value\":\"db\"}]}")).hasSize(1);
    assertThat(csv("{" + DAYS + ",\"tags\":[{\"key\":\"unit\",\"value\":\"web\"}]}")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`'startDate':'01.01.2026','endDate':'2026-01-02'`, COST_REPORT_INVALID_DATE_FORMAT",
        "`'startDate':'2026-01-01','endDate':'2026-02-30'`, COST_REPORT_INVALID_DATE_FORMAT",
        "`'startDate':'2026-01-02','endDate':'2026-01-02'`, COST_REPORT_END_DATE_BEFORE_START_DATE",
        "`'startDate':'2026-01-01','endDate':'2026-01-05'`, COST_REPORT_FUTURE_DATES_NOT_ALLOWED",
        "`'startDate':'2025-11-01','endDate':'2026-01-02'`, COST_REPORT_DATE_RANGE_EXCEEDS_LIMIT",
        "`'startDate':'2026-01-01','endDate':'2026-01-02','tags':[{'key':' ','value':'a'}]`, COST_REPORT_TAG_KEY_EMPTY",
        "`'startDate':'2026-01-01','endDate':'2026-01-02','tags':[{'key':'a','value':''}]`, COST_REPORT_TAG_VALUE_EMPTY",
      })
  void reportThatIsRefused(String body, String type) {
    assertThat(refused("POST", "/cost-report", "{" + body.replace('\'', '"') + "}"))
        .isEqualTo("400 BAD_REQUEST " + type);
  }

  @Test
  void fortyDaysMayBeAskedFor() {
    report("{\"startDate\":\"2025-11-25\",\"endDate\":\"2026-01-04\"}");
  }

  @Test
  void datesAreDemanded() {
    var reply = owner.post("/v1/cost-report", "{\"format\":\"xml\"}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(owner.post("/v1/cost-report", "{}").http().body()).contains("startDate", "endDate");
  }

  @Test
  void reportOfAnotherAccountIsUnknown() {
    String name = report("{" + DAYS + "}");

    assertThat(server.owner(2).get("/v1/cost-report/" + name).status()).isEqualTo(404);
    assertThat(owner.get("/v1/cost-report/none.csv").status()).isEqualTo(404);
  }

  private String report(String body) {
    var task = task("POST", "/cost-report", body);
    assertThat(task.get("commandType").asString()).isEqualTo("costReportCreateRequest");
    return task.at("/response/resource/costReportId").asString();
  }

  private List<String> csv(String body) {
    return owner.get("/v1/cost-report/" + report(body)).http().body().lines().toList();
  }

  private JsonNode json(String body) {
    return JsonMapper.shared().readTree(owner.get("/v1/cost-report/" + report(body)).http().body());
  }
}
