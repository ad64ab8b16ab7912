package dev.slipway.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.FamilyTest;
import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What belongs to a subscription and has an address of its own. Cloud account 2 is that of the
/// catalogue.
final class SubscriptionSettingsTest extends FamilyTest {
  private static final String MANUAL =
      """
      {"mode":"manual","windows":[{"startHour":22,"durationInHours":8,"days":["Monday","Sunday"]}]}
      """;

  @Test
  void maintenanceIsAutomaticInTheTimeZoneOfTheRegionAtFirst() {
    JsonNode shown = shown("/subscriptions/" + database() + "/maintenance-windows");

    assertThat(shown.get("mode").asString()).isEqualTo("automatic");
    assertThat(shown.get("timeZone").asString()).isEqualTo("America/New_York");
    assertThat(shown.get("windows")).isEmpty();
    assertThat(shown.has("x-slipway")).isFalse();
  }

  @Test
  void windowsAreShownAsTheyWereSet() {
    String path = "/subscriptions/" + database() + "/maintenance-windows";

    accepted("PUT", path, MANUAL);

    JsonNode shown = shown(path);
    assertThat(shown.get("mode").asString()).isEqualTo("manual");
    assertThat(shown.at("/windows/0/startHour").asInt()).isEqualTo(22);
    assertThat(shown.at("/windows/0/days/1").asString()).isEqualTo("Sunday");
  }

  @Test
  void nextWindowIsShownInUtc() {
    String path = "/subscriptions/" + database() + "/maintenance-windows";

    accepted("PUT", path, MANUAL);

    JsonNode next = shown(path).at("/x-slipway/nextWindow");
    Instant from = Instant.parse(next.get("from").asString());
    assertThat(from.atZone(ZoneId.of("America/New_York")).getHour()).isEqualTo(22);
    assertThat(Instant.parse(next.get("to").asString())).isEqualTo(from.plusSeconds(8 * 3_600));
  }

  @Test
  void whatGetShowsMayBePutAgain() {
    String path = "/subscriptions/" + database() + "/maintenance-windows";
    accepted("PUT", path, MANUAL);

    accepted("PUT", path, shown(path).toString());

    assertThat(shown(path).get("windows")).hasSize(1);
  }

  @Test
  void automaticModeForgetsTheWindows() {
    String path = "/subscriptions/" + database() + "/maintenance-windows";
    accepted("PUT", path, MANUAL);

    accepted("PUT", path, "{\"mode\":\"automatic\"}");

    assertThat(shown(path).get("windows")).isEmpty();
  }

  @Test
  void subscriptionStaysActiveMeanwhile() {
    int subscription = database();

    accepted("PUT", "/subscriptions/" + subscription + "/maintenance-windows", MANUAL);

    assertThat(shown("/subscriptions/" + subscription).get("status").asString())
        .isEqualTo("active");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{'mode':'manual'}`, MAINTENANCE_WINDOW_MANUAL_MODE_WITH_NO_MAINTENANCE_WINDOWS",
        "`{'mode':'automatic','windows':[{'startHour':2,'durationInHours':8,'days':['Monday']}]}`, MAINTENANCE_WINDOW_AUTOMATIC_MODE_WITH_MAINTENANCE_WINDOWS",
        "`{'mode':'manual','windows':[{'startHour':24,'durationInHours':8,'days':['Monday']}]}`, MAINTENANCE_WINDOW_INVALID_START_HOUR",
        "`{'mode':'manual','windows':[{'startHour':-1,'durationInHours':8,'days':['Monday']}]}`, MAINTENANCE_WINDOW_INVALID_START_HOUR",
        "`{'mode':'manual','windows':[{'startHour':2,'durationInHours':3,'days':['Monday']}]}`, MAINTENANCE_WINDOW_INVALID_DURATION_IN_HOURS",
        "`{'mode':'manual','windows':[{'startHour':2,'durationInHours':25,'days':['Monday']}]}`, MAINTENANCE_WINDOW_INVALID_DURATION_IN_HOURS",
        "`{'mode':'manual','windows':[{'startHour':2,'durationInHours':8,'days':['Monday','Monday']}]}`, MAINTENANCE_WINDOW_DUPLICATE_DAYS",
      })
  void maintenanceThatIsRefused(String body, String type) {
    String path = "/subscriptions/" + database() + "/maintenance-windows";

    assertThat(refused("PUT", path, body.replace('\'', '"'))).isEqualTo("400 BAD_REQUEST " + type);
  }

  @Test
  void eighthWindowIsOneTooMany() {
    String window = "{\"startHour\":2,\"durationInHours\":8,\"days\":[\"Monday\"]}";
    String windows = String.join(",", Collections.nCopies(8, window));

    assertThat(
            refused(
                "PUT",
                "/subscriptions/" + database() + "/maintenance-windows",
                "{\"mode\":\"manual\",\"windows\":[" + windows + "]}"))
        .isEqualTo(
            "400 BAD_REQUEST"
                + " MAINTENANCE_WINDOW_GREATER_THAN_MAXIMUM_ALLOWABLE_MAINTENANCE_WINDOWS_PROVIDED");
  }

  @Test
  void windowOnFlashIsEightHoursLong() {
    int flash = accepted("POST", "/subscriptions", subscription(2, "\"ram-and-flash\""));

    assertThat(
            refused(
                "PUT",
                "/subscriptions/" + flash + "/maintenance-windows",
                MANUAL.replace(":8", ":7")))
        .isEqualTo("400 BAD_REQUEST MAINTENANCE_WINDOW_INVALID_DURATION_FOR_ROF_SUBSCRIPTION");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"mode\":\"sometimes\"}",
        "{\"mode\":\"manual\",\"windows\":[{\"startHour\":2,\"durationInHours\":8,\"days\":[\"Someday\"]}]}",
        "{\"mode\":\"manual\",\"windows\":[{\"startHour\":2,\"durationInHours\":8,\"days\":[]}]}",
        "{}"
      })
  void maintenanceThatCannotBeReadIsABadRequest(String body) {
    assertThat(owner.put("/v1/subscriptions/1/maintenance-windows", body).status()).isEqualTo(400);
  }

  @Test
  void allowListIsWrittenInCamelCaseAndReadInSnakeCase() {
    int own = active(2);
    String path = "/subscriptions/" + own + "/cidr";

    accepted("PUT", path, "{\"cidrIps\":[\"10.1.0.0/16\"],\"securityGroupIds\":[\"sg-0a1b\"]}");

    JsonNode found = task("GET", path, "").at("/response/resource");
    assertThat(found.at("/cidr_ips/0").asString()).isEqualTo("10.1.0.0/16");
    assertThat(found.at("/security_group_ids/0").asString()).isEqualTo("sg-0a1b");
    assertThat(found.get("errors")).isEmpty();
  }

  @Test
  void listThatWasLeftOutIsEmptied() {
    int own = active(2);
    String path = "/subscriptions/" + own + "/cidr";
    accepted("PUT", path, "{\"cidrIps\":[\"10.1.0.0/16\"]}");

    accepted("PUT", path, "{\"securityGroupIds\":[\"sg-0a1b\"]}");

    assertThat(task("GET", path, "").at("/response/resource/cidr_ips")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "2, `{'cidrIps':['10.0.0']}`, CIDR_WHITELIST_INVALID_CIDRS",
        "2, `{'cidrIps':['10.0.0.0/8','10.0.0.0/8']}`, CIDR_WHITELIST_DUPLICATE_CIDRS",
        "2, `{'securityGroupIds':['group']}`, CIDR_WHITELIST_INVALID_SG",
        "2, `{'securityGroupIds':['sg-1','sg-1']}`, CIDR_WHITELIST_DUPLICATE_SG",
        "1, `{'cidrIps':['10.0.0.0/8']}`, CIDR_WHITELIST_NOT_ALLOWED",
      })
  void allowListThatIsRefused(int cloudAccount, String body, String type) {
    int subscription = active(cloudAccount);

    assertThat(refused("PUT", "/subscriptions/" + subscription + "/cidr", body.replace('\'', '"')))
        .isEqualTo("400 BAD_REQUEST " + type);
  }

  @Test
  void allowListOfTheInternalAccountIsNotRead() {
    assertThat(refused("GET", "/subscriptions/" + active(1) + "/cidr", ""))
        .isEqualTo("400 BAD_REQUEST CIDR_WHITELIST_NOT_ALLOWED");
  }

  @Test
  void resourceTagsAreReplacedAsAWhole() {
    int own = active(2);
    String path = "/subscriptions/" + own + "/resource-tags";
    accepted("PUT", path, "{\"resourceTags\":[{\"key\":\"a\",\"value\":\"1\"}]}");

    accepted("PUT", path, "{\"resourceTags\":[{\"key\":\"b\",\"value\":\"2\"}]}");

    assertThat(
            shown("/subscriptions/" + own)
                .at("/cloudDetails/0/resourceTags")
                .findValuesAsString("key"))
        .containsExactly("b");
  }

  @Test
  void resourceTagsAreForOnesOwnCloudAccount() {
    assertThat(
            refused(
                "PUT",
                "/subscriptions/" + active(1) + "/resource-tags",
                "{\"resourceTags\":[{\"key\":\"a\",\"value\":\"1\"}]}"))
        .isEqualTo("400 BAD_REQUEST RESOURCE_TAGS_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "maintenance-windows, `{'mode':'automatic'}`",
        "cidr, `{'cidrIps':[]}`",
        "resource-tags, `{'resourceTags':[{'key':'a','value':'b'}]}`",
      })
  void unknownOrPendingSubscriptionsAreRefused(String what, String body) {
    String json = body.replace('\'', '"');
    int pending = accepted("POST", "/subscriptions", subscription(2, "\"ram\""));

    assertThat(refused("PUT", "/subscriptions/99/" + what, json))
        .isEqualTo("404 NOT_FOUND SUBSCRIPTION_NOT_FOUND");
    assertThat(refused("PUT", "/subscriptions/" + pending + "/" + what, json))
        .isEqualTo("403 FORBIDDEN SUBSCRIPTION_NOT_ACTIVE");
  }

  private int active(int cloudAccount) {
    int id = accepted("POST", "/subscriptions", subscription(cloudAccount, "\"ram\""));
    server.settle(Kind.SUBSCRIPTION, id, new Status.Active());
    return id;
  }

  private static String subscription(int cloudAccount, String storage) {
    return """
    {"name":"shop","paymentMethod":"marketplace","memoryStorage":%s,
     "cloudProviders":[{"cloudAccountId":%d,"regions":[{"region":"us-east-1"}]}],
     "databases":[{"name":"cache","datasetSizeInGb":0.1}]}
    """
        .formatted(storage, cloudAccount);
  }
}
