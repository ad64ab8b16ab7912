package dev.slipway.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ActiveActiveTest;
import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class RegionRoutesTest extends ActiveActiveTest {
  private static final String THIRD =
      """
      {"region":"eu-west-1","deploymentCIDR":"10.0.3.0/24","databases":[{"name":"cache",
       "localThroughputMeasurement":{"region":"eu-west-1","readOperationsPerSecond":500}}]}
      """;

  @Test
  void subscriptionSaysThatItIsActiveActive() {
    int world = world();

    JsonNode shown = shown("/subscriptions/" + world);

    assertThat(shown.get("deploymentType").asString()).isEqualTo("active-active");
    assertThat(shown.at("/cloudDetails/0/regions").findValuesAsString("region"))
        .containsExactly("us-east-1", "us-east-2");
    assertThat(shown.at("/cloudDetails/0/regions/0/networking/0/deploymentCIDR").asString())
        .isEqualTo("10.0.1.0/24");
    assertThat(shown("/subscriptions").at("/subscriptions/0/deploymentType").asString())
        .isEqualTo("active-active");
  }

  @Test
  void regionIsInSeveralZonesUnlessItDeclines() {
    int world = world();

    JsonNode region = shown("/subscriptions/" + world).at("/cloudDetails/0/regions/0");

    assertThat(region.get("multipleAvailabilityZones").asBoolean()).isTrue();
    assertThat(region.get("preferredAvailabilityZones")).hasSize(3);
  }

  @Test
  void regionsAreListedByNameWithWhatTheirDatabasesBear() {
    int world = world();

    JsonNode shown = shown("/subscriptions/" + world + "/regions");

    assertThat(shown.get("subscriptionId").asInt()).isEqualTo(world);
    assertThat(shown.get("regions").findValuesAsString("region"))
        .containsExactly("us-east-1", "us-east-2");
    JsonNode region = shown.at("/regions/1");
    assertThat(region.get("regionId").asInt()).isEqualTo(59);
    assertThat(region.get("deploymentCidr").asString()).isEqualTo("10.0.2.0/24");
    assertThat(region.get("vpcId").asString()).startsWith("vpc-");
    assertThat(region.at("/databases/0/databaseName").asString()).isEqualTo("cache");
    assertThat(region.at("/databases/0/readOperationsPerSecond").asInt()).isEqualTo(1_000);
    assertThat(region.at("/databases/0/writeOperationsPerSecond").asInt()).isEqualTo(1_000);
    assertThat(region.at("/databases/0/respVersion").asString()).isEqualTo("resp3");
  }

  @Test
  void singleRegionSubscriptionHasNoListOfRegions() {
    var reply = owner.get("/v1/subscriptions/" + database() + "/regions");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().toString()).contains("single-region");
  }

  @Test
  void changeOfPublicAccessIsMadeAsElsewhere() {
    int world = world();

    accepted("PUT", "/subscriptions/" + world, "{\"name\":\"planet\"}");

    assertThat(shown("/subscriptions/" + world).get("name").asString()).isEqualTo("planet");
    assertThat(shown("/subscriptions/" + world).get("deploymentType").asString())
        .isEqualTo("active-active");
  }

  @Test
  void regionIsAddedToTheSubscriptionAndItsDatabases() {
    int world = world();

    int id = accepted("POST", "/subscriptions/" + world + "/regions", THIRD);

    assertThat(id).isEqualTo(world);
    assertThat(shown("/subscriptions/" + world).get("status").asString()).isEqualTo("pending");
    settle(world);
    JsonNode regions = shown("/subscriptions/" + world + "/regions").get("regions");
    assertThat(regions.findValuesAsString("region"))
        .containsExactly("eu-west-1", "us-east-1", "us-east-2");
    assertThat(regions.at("/0/databases/0/readOperationsPerSecond").asInt()).isEqualTo(500);
    assertThat(regions.at("/0/databases/0/writeOperationsPerSecond").asInt()).isEqualTo(1_000);
  }

  @Test
  void networkAndProtocolOfANewRegionAreItsOwn() {
    int world = world();
    String body =
        THIRD.replace(
            "{\"region\":\"eu-west-1\",\"dep",
            "{\"respVersion\":\"resp2\",\"region\":\"eu-west-1\",\"multipleAvailabilityZones\":false,\"dep");

    accepted("POST", "/subscriptions/" + world + "/regions", body);

    assertThat(
            shown("/subscriptions/" + world + "/regions")
                .at("/regions/0/databases/0/respVersion")
                .asString())
        .isEqualTo("resp2");
    assertThat(
            shown("/subscriptions/" + world)
                .at("/cloudDetails/0/regions/0/preferredAvailabilityZones"))
        .hasSize(1);
  }

  @Test
  void regionIsTakenAwayWithABodyOnDelete() {
    int world = world();

    accepted(
        "DELETE",
        "/subscriptions/" + world + "/regions/",
        "{\"regions\":[{\"region\":\"us-east-1\"}]}");

    settle(world);
    JsonNode regions = shown("/subscriptions/" + world + "/regions").get("regions");
    assertThat(regions.findValuesAsString("region")).containsExactly("us-east-2");
    assertThat(regions.at("/0/databases")).hasSize(1);
  }

  @Test
  void triedRegionsArePricedAndChangeNothing() {
    int world = world();
    String path = "/subscriptions/" + world + "/regions";

    JsonNode added = task("POST", path, THIRD.replaceFirst("\\{", "{\"dryRun\":true,"));
    JsonNode left =
        task("DELETE", path, "{\"dryRun\":true,\"regions\":[{\"region\":\"us-east-1\"}]}");

    assertThat(added.at("/response/resource/pricing").findValuesAsString("region"))
        .containsExactly("eu-west-1");
    assertThat(left.at("/response/resource/pricing").findValuesAsString("region"))
        .containsExactly("us-east-2");
    assertThat(shown(path).get("regions")).hasSize(2);
    assertThat(shown("/subscriptions/" + world).get("status").asString()).isEqualTo("active");
  }

  @Test
  void triedSubscriptionIsPricedByRegion() {
    JsonNode task =
        task("POST", "/subscriptions", TWO_REGIONS.replaceFirst("\\{", "{\"dryRun\":true,"));

    JsonNode pricing = task.at("/response/resource/pricing");
    assertThat(pricing.findValuesAsString("region")).containsExactly("us-east-1", "us-east-2");
    assertThat(pricing.findValuesAsString("quantity")).containsExactly("2", "2");
    // Its own thousand reads and the thousand writes of both regions.
    assertThat(pricing.findValuesAsString("typeDetails")).containsOnly("high-throughput");
    assertThat(shown("/subscriptions").get("subscriptions")).isEmpty();
  }

  @Test
  void subscriptionWithoutDatabasesIsBilledByRegion() {
    int world = world();
    accepted("DELETE", "/subscriptions/" + world + "/databases/" + world, "");
    server.forget(Kind.DATABASE, world);

    JsonNode pricing = shown("/subscriptions/" + world + "/pricing").get("pricing");

    assertThat(pricing.findValuesAsString("type")).containsOnly("MinimumPrice").hasSize(2);
    assertThat(pricing.findValuesAsString("region")).containsExactly("us-east-1", "us-east-2");
    accepted("DELETE", "/subscriptions/" + world, "");
    assertThat(shown("/subscriptions/" + world).get("status").asString()).isEqualTo("deleting");
  }

  @Test
  void regionsWaitUntilTheDatabasesRest() {
    int world = world();
    server.settle(Kind.DATABASE, world, new Status.Changing("something"));

    assertThat(refused("POST", "/subscriptions/" + world + "/regions", THIRD))
        .isEqualTo("403 FORBIDDEN SUBSCRIPTION_CONTAINS_NON_ACTIVE_DATABASE");
  }

  @Test
  void regionsWaitUntilTheSubscriptionRests() {
    int world = world();
    accepted("POST", "/subscriptions/" + world + "/regions", THIRD);

    assertThat(
            refused(
                "DELETE",
                "/subscriptions/" + world + "/regions",
                "{\"regions\":[{\"region\":\"us-east-1\"}]}"))
        .isEqualTo("403 FORBIDDEN SUBSCRIPTION_NOT_ACTIVE");
  }

  @Test
  void regionsOfASingleRegionSubscriptionStay() {
    String path = "/subscriptions/" + database() + "/regions";

    assertThat(refused("POST", path, THIRD))
        .endsWith("ADDING_REGION_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION");
    assertThat(refused("DELETE", path, "{\"regions\":[{\"region\":\"us-east-1\"}]}"))
        .endsWith("DELETING_REGION_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION");
  }

  @Test
  void allowListIsForSingleRegions() {
    String path = "/subscriptions/" + world() + "/cidr";

    assertThat(refused("GET", path, ""))
        .endsWith(
            "GETTING_SINGLE_REGION_CIDR_WHITE_LIST_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION");
    assertThat(refused("PUT", path, "{\"cidrIps\":[\"10.0.0.0/8\"]}"))
        .endsWith(
            "UPDATING_SINGLE_REGION_CIDR_WHITE_LIST_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`eu-west-1`, `nowhere`, ACTIVE_ACTIVE_INVALID_CREATE_REGION_NAME",
        "`eu-west-1`, `us-east1`, ACTIVE_ACTIVE_INVALID_CREATE_REGION_NAME",
        "`eu-west-1`, `us-east-1`, ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE",
        "`10.0.3.0/24`, `10.0.3.0/25`, ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_FORMAT",
        "`'deploymentCIDR':'10.0.3.0/24',`, ``, ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_FORMAT",
        "`10.0.3.0/24`, `10.0.2.0/24`, ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_OVERLAPPING_OTHER_REGIONS",
        "`'deployment`, `'vpcId':'vpc-1','deployment`, VPC_ID_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT",
        "`'deployment`, `'preferredAvailabilityZones':['eu-west-1a'],'deployment`, SUBSCRIPTION_BAD_PREFERRED_AZ_SIZE",
        "`'deployment`, `'customerManagedKeyResourceName':'k','deployment`, ACTIVE_ACTIVE_CREATE_A_REGION_CUSTOMER_MANAGED_KEY_RESOURCE_NAME_SUBSCRIPTION_IS_NOT_CUSTOMER_MANAGED",
        "`'name':'cache'`, `'name':'other'`, ACTIVE_ACTIVE_CREATE_A_REGION_MUST_CONTAIN_DATABASE_SPEC_TO_ALL_CRDBS_IN_SUBSCRIPTION",
        "`'databases':[`, `'databases':[{'name':'cache','localThroughputMeasurement':{}},`, ACTIVE_ACTIVE_CREATE_A_REGION_MUST_BE_DEFINED_ONCE_PER_DATABASE",
        "`'databases':[`, `'databases':[{'name':'other'},`, ACTIVE_ACTIVE_CREATE_A_REGION_MUST_CONTAIN_LOCAL_THROUGHPUT_MEASUREMENT_IN_DATABASE_SPEC",
        "`500`, `501`, LOCAL_THROUGHPUT_READ_AND_WRITE_OPERATIONS_PER_SECOND_VALUES_MUST_BE_IN_INCREMENTS_OF_500_OR_MINIMUM",
        "`500`, `0`, LOCAL_THROUGHPUT_READ_AND_WRITE_OPERATIONS_PER_SECOND_VALUES_MUST_BE_IN_INCREMENTS_OF_500_OR_MINIMUM",
        "`500`, `500,'writeOperationsPerSecond':4000000000000`, LOCAL_THROUGHPUT_READ_AND_WRITE_OPERATIONS_PER_SECOND_VALUES_MUST_BE_IN_INCREMENTS_OF_500_OR_MINIMUM",
      })
  void newRegionIsRefused(String instead, String with, String type) {
    int world = world();
    String body =
        THIRD.replaceAll("\\s+", "").replace(quoted(instead), with == null ? "" : quoted(with));

    assertThat(refused("POST", "/subscriptions/" + world + "/regions", body))
        .isEqualTo("400 BAD_REQUEST " + type);
  }

  @Test
  void newRegionNamesEveryDatabase() {
    int world = world();

    assertThat(
            refused(
                "POST",
                "/subscriptions/" + world + "/regions",
                "{\"region\":\"eu-west-1\",\"deploymentCIDR\":\"10.0.3.0/24\"}"))
        .endsWith(
            "ACTIVE_ACTIVE_CREATE_A_REGION_MUST_CONTAIN_DATABASE_SPEC_TO_ALL_CRDBS_IN_SUBSCRIPTION");
  }

  @Test
  void protocolOfANewRegionFitsTheVersion() {
    int world =
        accepted(
            "POST", "/subscriptions", TWO_REGIONS.replace("0.5}", "0.5,\"redisVersion\":\"6.2\"}"));
    settle(world);

    assertThat(
            refused(
                "POST",
                "/subscriptions/" + world + "/regions",
                THIRD.replaceFirst("\\{", "{\"respVersion\":\"resp3\",")))
        .endsWith("ACTIVE_ACTIVE_CREATE_A_REGION_DATABASE_RESP_VERSION_IS_NOT_SUPPORTED");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{'region':'eu-west-1'}`, ACTIVE_ACTIVE_INVALID_DELETE_REGION_NAME",
        "`{'region':'us-east-1'},{'region':'us-east-1'}`, ACTIVE_ACTIVE_DELETE_REGIONS_MUST_BE_DEFINED_ONCE",
        "`{'region':'us-east-1'},{'region':'us-east-2'}`, ACTIVE_ACTIVE_DELETE_SUBSCRIPTION_MUST_BE_DEPLOYED_IN_AT_LEAST_ONE_REGION",
      })
  void regionsStay(String regions, String type) {
    int world = world();

    assertThat(
            refused(
                "DELETE",
                "/subscriptions/" + world + "/regions",
                quoted("{'regions':[" + regions + "]}")))
        .isEqualTo("400 BAD_REQUEST " + type);
  }

  @Test
  void bodiesAreCheckedAtOnce() {
    String path = "/v1/subscriptions/10001/regions";

    assertThat(owner.send("DELETE", path, "{\"regions\":[]}").status()).isEqualTo(400);
    assertThat(owner.send("DELETE", path, "{\"regions\":[{}]}").status()).isEqualTo(400);
    assertThat(owner.post(path, "{}").status()).isEqualTo(400);
    assertThat(owner.post(path, "{\"region\":\"a\",\"databases\":[{}]}").status()).isEqualTo(400);
    assertThat(owner.post(path, "{\"region\":\"a\",\"respVersion\":\"resp9\"}").status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`us-east-2`, `us-east-1`, ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE",
        "`us-east-2`, `nowhere`, SUBSCRIPTION_INVALID_REGION_NAME",
        "`10.0.2.0/24`, `10.0.1.0/24`, ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_OVERLAPPING_OTHER_REGIONS",
        "`,'networking':{'deploymentCIDR':'10.0.2.0/24'}`, ``, ACTIVE_ACTIVE_DATABASE_INVALID_CIDR_FORMAT",
        "`'name':'world'`, `'memoryStorage':'ram-and-flash'`, ACTIVE_ACTIVE_RAM_AND_FLASH_MEMORY_STORAGE_NOT_SUPPORTED",
        "`'cloudProviders':[`, `'cloudProviders':[{'cloudAccountId':7,'regions':[{'region':'us-west-1'}]},`, ACTIVE_ACTIVE_MULTIPLE_CLOUD_ACCOUNTS_NOT_SUPPORTED",
        "`'cloudProviders':[`, `'cloudProviders':[{'provider':'GCP','regions':[{'region':'us-east1'}]},`, MULTIPLE_CLOUD_PROVIDERS_NOT_SUPPORTED",
        "`0.5}`, `0.5,'quantity':11}`, ACTIVE_ACTIVE_DATABASE_LIMIT_EXCEEDED",
        "`0.5}`, `0.5,'localThroughputMeasurement':[{'region':'us-east-1'}]}`, MISSING_REGIONS_BETWEEN_CLOUD_PROVIDERS_AND_DATABASES_LOCAL_THROUGHPUT_MEASUREMENTS",
      })
  void newSubscriptionIsRefused(String instead, String with, String type) {
    String body =
        TWO_REGIONS
            .replaceAll("\\s+", "")
            .replace(quoted(instead), with == null ? "" : quoted(with));

    assertThat(refused("POST", "/subscriptions", body)).isEqualTo("400 BAD_REQUEST " + type);
  }

  @Test
  void elevenRegionsAreTooMany() {
    var regions = new StringBuilder();
    for (int i = 3; i < 12; i++) {
      regions
          .append("{\"region\":\"r")
          .append(i)
          .append("\",\"networking\":{\"deploymentCIDR\":\"10.0.")
          .append(i)
          .append(".0/24\"}},");
    }

    String body = TWO_REGIONS.replace("\"regions\":[", "\"regions\":[" + regions);

    assertThat(refused("POST", "/subscriptions", body))
        .endsWith("ACTIVE_ACTIVE_REGION_LIMIT_REACHED");
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
