package dev.slipway.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Kind;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Status;
import org.junit.jupiter.api.Test;

/// What is shown of subscriptions.
final class SubscriptionViewTest extends SubscriptionTest {
  @Test
  void createdSubscriptionIsShownAsItWasAskedFor() {
    int id = created(BODY);

    var json = shown(id);

    assertThat(json.get("id").asInt()).isEqualTo(id);
    assertThat(json.get("name").asString()).isEqualTo("shop");
    assertThat(json.get("status").asString()).isEqualTo("pending");
    assertThat(json.get("deploymentType").asString()).isEqualTo("single-region");
    assertThat(json.get("paymentMethodType").asString()).isEqualTo("credit-card");
    assertThat(json.get("paymentMethodId").asInt()).isEqualTo(8241);
    assertThat(json.get("memoryStorage").asString()).isEqualTo("ram");
    assertThat(json.get("persistentStorageEncryptionType").asString())
        .isEqualTo("cloud-provider-managed-key");
    assertThat(json.get("publicEndpointAccess").asBoolean()).isTrue();
    assertThat(json.get("numberOfDatabases").asInt()).isEqualTo(2);
    assertThat(json.at("/subscriptionPricing/0/typeDetails").asString()).isEqualTo("micro");
    assertThat(json.at("/x-slipway/capacityInGb").asDouble()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void regionIsShownInTheFormThatClientsRead() {
    var cloud = shown(created(BODY)).at("/cloudDetails/0");

    assertThat(cloud.get("provider").asString()).isEqualTo("AWS");
    assertThat(cloud.get("cloudAccountId").asInt()).isEqualTo(1);
    assertThat(cloud.get("totalSizeInGb").asDouble()).isEqualTo(4);
    assertThat(cloud.at("/regions/0/region").asString()).isEqualTo("eu-west-1");
    assertThat(cloud.at("/regions/0/networking/0/deploymentCIDR").asString())
        .isEqualTo("10.0.0.0/24");
    assertThat(cloud.at("/regions/0/preferredAvailabilityZones").toString())
        .isEqualTo("[\"eu-west-1a\"]");
    assertThat(cloud.at("/regions/0/multipleAvailabilityZones").asBoolean()).isFalse();
  }

  @Test
  void tenthsOfAGigabyteAddUp() {
    int id =
        created(
            BODY.replace("\"datasetSizeInGb\":1", "\"datasetSizeInGb\":0.1")
                .replace("\"quantity\":2", "\"quantity\":3"));

    assertThat(shown(id).at("/cloudDetails/0/totalSizeInGb").toString()).isEqualTo("0.6");
  }

  @Test
  void subnetIsStableAndNoVpcIsInvented() {
    int id = created(BODY);

    var networking = shown(id).at("/cloudDetails/0/regions/0/networking/0");

    assertThat(networking.get("subnetId").asString()).matches("subnet-[0-9a-f]{17}");
    assertThat(shown(id).at("/cloudDetails/0/regions/0/networking/0")).isEqualTo(networking);
    assertThat(networking.has("vpcId")).isFalse();
  }

  @Test
  void everySubscriptionHasASubnetOfItsOwn() {
    String subnet = "/cloudDetails/0/regions/0/networking/0/subnetId";

    assertThat(shown(created(BODY)).at(subnet)).isNotEqualTo(shown(created(BODY)).at(subnet));
  }

  @Test
  void smallestBodyGetsTheDefaults() {
    int id =
        created(
            """
            {"paymentMethodId":8241,"cloudProviders":[{"regions":[{"region":"us-east-1"}]}],
             "databases":[{"name":"cache","datasetSizeInGb":1}]}
            """);

    var json = shown(id);

    assertThat(json.get("name").asString()).isNotEmpty();
    assertThat(json.at("/cloudDetails/0/regions/0/networking/0/deploymentCIDR").asString())
        .isEqualTo("192.168.0.0/24");
  }

  @Test
  void settledStatusesAreShownInTheWordsOfTheApi() {
    int id = created(BODY);
    server.settle(
        Kind.SUBSCRIPTION,
        id,
        new Status.Failed(new Problem(ProblemType.PROVISION_FAILURE, "no port is left")));

    var json = shown(id);

    assertThat(json.get("status").asString()).isEqualTo("error");
    assertThat(json.at("/x-slipway/problem").toString())
        .isEqualTo(
            "{\"type\":\"PROVISION_FAILURE\",\"status\":\"500 INTERNAL_SERVER_ERROR\","
                + "\"description\":\"no port is left\"}");
  }

  @Test
  void listShowsEverySubscriptionOfTheAccount() {
    int first = created(BODY);
    int second = created(BODY);

    var json = owner.get("/v1/subscriptions").json();

    assertThat(json.get("accountId").asInt()).isEqualTo(1);
    assertThat(json.get("subscriptions").valueStream().map(row -> row.get("id").asInt()))
        .containsExactly(first, second);
    assertThat(json.at("/subscriptions/0/numberOfDatabases").asInt()).isEqualTo(2);
  }

  @Test
  void emptyAccountHasAnEmptyList() {
    assertThat(owner.get("/v1/subscriptions").json().get("subscriptions").isEmpty()).isTrue();
  }

  @Test
  void anotherAccountsSubscriptionIsNotThere() {
    int id = created(BODY);

    var reply = server.owner(2).get("/v1/subscriptions/" + id);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().get("message").asString()).startsWith("SUBSCRIPTION_NOT_FOUND");
  }

  @Test
  void pricingIsTheStandingBill() {
    int id = created(BODY);

    var line = owner.get("/v1/subscriptions/" + id + "/pricing").json().at("/pricing/0");

    assertThat(line.get("type").asString()).isEqualTo("Shards");
    assertThat(line.get("typeDetails").asString()).isEqualTo("micro");
    assertThat(line.get("quantity").asInt()).isEqualTo(2);
    assertThat(line.get("quantityMeasurement").asString()).isEqualTo("shards");
    assertThat(line.get("priceCurrency").asString()).isEqualTo("USD");
    assertThat(line.get("pricePeriod").asString()).isEqualTo("hour");
  }

  @Test
  void maintenanceIsAutomaticInTheTimeOfTheRegion() {
    int id = created(BODY);

    var json = owner.get("/v1/subscriptions/" + id + "/maintenance-windows").json();

    assertThat(json.get("mode").asString()).isEqualTo("automatic");
    assertThat(json.get("timeZone").asString()).isEqualTo("Europe/Dublin");
    assertThat(json.get("windows").isEmpty()).isTrue();
  }
}
