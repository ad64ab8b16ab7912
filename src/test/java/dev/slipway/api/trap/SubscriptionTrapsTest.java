package dev.slipway.api.trap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ActiveActiveTest;
import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Traps of subscriptions and of the lists below them.
final class SubscriptionTrapsTest extends ActiveActiveTest {
  /// Databases are in a list of one subscription. (With the plans that are not here it is an
  /// object: they are refused, so that nobody takes them for empty.)
  @Trap(12)
  void databasesAreListedInsideAListOfOneSubscription() {
    int single = database();

    JsonNode subscriptions = shown("/subscriptions/" + single + "/databases").get("subscription");

    assertThat(subscriptions.isArray()).isTrue();
    assertThat(subscriptions).hasSize(1);
    assertThat(subscriptions.at("/0/subscriptionId").asInt()).isEqualTo(single);
    var fixed = owner.get("/v1/fixed/subscriptions/" + single + "/databases");
    assertThat(fixed.status()).isEqualTo(403);
    assertThat(fixed.json().get("message").asString()).isNotEmpty();
  }

  /// Clients ask for page after page until one is not there; a subscription without databases has
  /// an empty first one.
  @Trap(13)
  void pagesEndWithOneThatIsNotThere() {
    int single = database();
    String pages = "/v1/subscriptions/" + single + "/databases?limit=100&offset=";
    assertThat(owner.get(pages + 0).json().at("/subscription/0/databases")).hasSize(1);
    assertThat(owner.get(pages + 100).status()).isEqualTo(404);

    accepted("DELETE", "/subscriptions/" + single + "/databases/" + single, "");
    server.forget(Kind.DATABASE, single);

    assertThat(owner.get(pages + 0).status()).isEqualTo(200);
    assertThat(owner.get(pages + 0).json().get("subscription")).hasSize(1);
    assertThat(owner.get(pages + 0).json().at("/subscription/0/databases")).isEmpty();
    assertThat(owner.get(pages + 100).status()).isEqualTo(404);
  }

  /// Terraform replaces a subscription whose network is another than the one asked for.
  @Trap(15)
  void networkIsShownOnlyWhenItWasAskedFor() {
    int single = database();

    JsonNode networking =
        shown("/subscriptions/" + single).at("/cloudDetails/0/regions/0/networking/0");

    assertThat(networking.has("deploymentCIDR")).isTrue();
    assertThat(networking.has("vpcId")).isFalse();
  }

  /// Terraform shows a difference for any other number.
  @Trap(16)
  void oneZoneIsPreferredWhenNoneWasAskedFor() {
    int zones =
        shown("/subscriptions/" + database())
            .at("/cloudDetails/0/regions/0/preferredAvailabilityZones")
            .size();

    assertThat(zones).isEqualTo(1);
  }

  /// Every read of a subscription reads these too, and wants them at once.
  @Trap(22)
  void maintenanceAndPricingAreNoTasksAndThereWhenEmpty() {
    String empty = "/subscriptions/" + withoutDatabases(database());

    JsonNode maintenance = shown(empty + "/maintenance-windows");
    JsonNode pricing = shown(empty + "/pricing");

    assertThat(maintenance.get("mode").asString()).isEqualTo("automatic");
    assertThat(maintenance.has("taskId")).isFalse();
    assertThat(pricing.get("pricing").isArray()).isTrue();
    assertThat(pricing.has("taskId")).isFalse();
  }

  /// An Active-Active subscription costs its minimum in each region.
  @Trap(23)
  void onlyAnActiveActiveSubscriptionCostsSomethingWithoutDatabases() {
    int single = withoutDatabases(database());
    int world = withoutDatabases(world());

    JsonNode lines = shown("/subscriptions/" + world + "/pricing").get("pricing");

    assertThat(shown("/subscriptions/" + single + "/pricing").get("pricing")).isEmpty();
    assertThat(lines.findValuesAsString("type")).isEqualTo(List.of("MinimumPrice", "MinimumPrice"));
    assertThat(lines.findValuesAsString("region")).containsExactly("us-east-1", "us-east-2");
    assertThat(lines.at("/0/quantity").asInt()).isEqualTo(1);
    assertThat(lines.at("/0/quantityMeasurement").asString()).isEqualTo("subscription");
    assertThat(lines.at("/0/pricePeriod").asString()).isEqualTo("hour");
  }

  private int withoutDatabases(int subscription) {
    accepted("DELETE", "/subscriptions/" + subscription + "/databases/" + subscription, "");
    server.forget(Kind.DATABASE, subscription);
    server.settle(Kind.SUBSCRIPTION, subscription, new Status.Active());
    return subscription;
  }

  /// In the other case the allow list reads as empty.
  @Trap(24)
  void allowListIsWrittenInCamelCaseAndReadInSnakeCase() {
    int own = inOwnCloudAccount();

    accepted(
        "PUT",
        "/subscriptions/" + own + "/cidr",
        "{\"cidrIps\":[\"10.1.0.0/16\"],\"securityGroupIds\":[\"sg-0123456789abcdef0\"]}");

    JsonNode list = task("GET", "/subscriptions/" + own + "/cidr", "").at("/response/resource");
    assertThat(list.at("/cidr_ips/0").asString()).isEqualTo("10.1.0.0/16");
    assertThat(list.at("/security_group_ids/0").asString()).isEqualTo("sg-0123456789abcdef0");
    assertThat(list.path("errors")).isEmpty();
  }
}
