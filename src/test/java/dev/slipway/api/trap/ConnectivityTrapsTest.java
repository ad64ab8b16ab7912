package dev.slipway.api.trap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ActiveActiveTest;
import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import tools.jackson.databind.JsonNode;

/// Traps of what connects subscriptions.
final class ConnectivityTrapsTest extends ActiveActiveTest {
  private static final String PRINCIPAL =
      "{\"principal\":\"123456789012\",\"type\":\"aws_account\"}";
  private static final String VPC =
      """
      {"provider":"aws","region":"eu-west-1","awsAccountId":"123456789012","vpcId":"vpc-1",
       "vpcCidr":"172.16.0.0/16"}
      """;

  /// Only an empty list of links is "not found" to the provider, for each kind of subscription.
  @Trap(26)
  void absentPrivateLinkIsACompletedTaskWithNoLinks() {
    int single = database();
    int world = world();

    assertThat(found("/subscriptions/" + single + "/private-link").get("links")).isEmpty();
    assertThat(found("/subscriptions/" + world + "/regions/1/private-link").get("links")).isEmpty();
  }

  /// The provider sends every principal again when one of them has changed.
  @Trap(26)
  void principalMayBeSentAgain() {
    String link = "/subscriptions/" + database() + "/private-link";
    accepted("POST", link, PRINCIPAL.replace("{", "{\"shareName\":\"redis\","));

    accepted("POST", link + "/principals", PRINCIPAL);

    assertThat(found(link).get("principals")).hasSize(1);
  }

  /// In one region and in several the same things have other names.
  @Trap(27)
  void peeringAtAwsIsFoundUnderItsNumber() {
    String single = "/subscriptions/" + database() + "/peerings";
    String regional = "/subscriptions/" + world() + "/regions/peerings";

    int one = accepted("POST", single, VPC);
    int other =
        accepted(
            "POST",
            regional,
            VPC.replace("\"region\"", "\"sourceRegion\":\"us-east-1\",\"destinationRegion\""));

    JsonNode peering = found(single).at("/peerings/0");
    assertThat(peering.get("vpcPeeringId").asInt()).isEqualTo(one);
    assertThat(peering.get("awsPeeringUid").asString()).startsWith("pcx-");
    assertThat(found(regional).at("/regions/0/vpcPeerings/0/id").asInt()).isEqualTo(other);
  }

  /// The provider's name is in small letters here, and the words for a network are others.
  @Trap(27)
  void peeringAtGoogleIsFoundUnderItsNetwork() {
    int single =
        active(
            Kind.SUBSCRIPTION,
            "/subscriptions",
            """
            {"name":"store","paymentMethod":"marketplace",
             "cloudProviders":[{"provider":"GCP","regions":[{"region":"us-central1"}]}],
             "databases":[{"name":"cache","datasetSizeInGb":0.1}]}
            """);
    int world = accepted("POST", "/subscriptions", atGoogle(TWO_REGIONS));
    server.settle(Kind.SUBSCRIPTION, world, new Status.Active());
    String network =
        "{\"provider\":\"gcp\",\"vpcProjectUid\":\"shop\",\"vpcNetworkName\":\"main\"}";

    accepted("POST", "/subscriptions/" + single + "/peerings", network);
    accepted(
        "POST",
        "/subscriptions/" + world + "/regions/peerings",
        network.replace("{", "{\"sourceRegion\":\"us-central1\","));

    JsonNode peering = found("/subscriptions/" + single + "/peerings").at("/peerings/0");
    assertThat(peering.get("projectUid").asString()).isEqualTo("shop");
    assertThat(peering.get("networkName").asString()).isEqualTo("main");
    JsonNode regional =
        found("/subscriptions/" + world + "/regions/peerings").at("/regions/0/vpcPeerings/0");
    assertThat(regional.get("vpcProjectUid").asString()).isEqualTo("shop");
    assertThat(regional.get("vpcNetworkName").asString()).isEqualTo("main");
  }

  private static String atGoogle(String subscription) {
    return subscription
        .replace("{\"regions\"", "{\"provider\":\"GCP\",\"regions\"")
        .replace("us-east-2", "us-east1")
        .replace("us-east-1", "us-central1");
  }

  private JsonNode found(String path) {
    return task("GET", path, "").at("/response/resource");
  }
}
