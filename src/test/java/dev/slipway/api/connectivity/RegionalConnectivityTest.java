package dev.slipway.api.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ActiveActiveTest;
import dev.slipway.model.AccountId;
import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import dev.slipway.store.Resources;
import dev.slipway.store.Tx;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What connects the regions of Active-Active subscriptions: at AWS us-east-1 and us-east-2, which
/// are 1 and 59, at Google us-central1 and us-east1, which are 27 and 38.
final class RegionalConnectivityTest extends ActiveActiveTest {
  private static final String ALL = "/subscriptions/10001/regions";
  private static final String PEERINGS = ALL + "/peerings";
  private static final String VPC =
      """
      {"sourceRegion":"us-east-2","destinationRegion":"eu-west-1","awsAccountId":"123456789012",
       "vpcId":"vpc-1","vpcCidr":"172.16.0.0/16"}
      """;
  private static final String LINK =
      "{\"shareName\":\"redis\",\"principal\":\"123456789012\",\"type\":\"aws_account\"}";

  @Test
  void peeringIsListedInTheRegionWhereItBegins() {
    world();
    int id = active(Kind.VPC_PEERING, PEERINGS, VPC);

    JsonNode regions = found(PEERINGS + "/").get("regions");

    assertThat(regions.findValuesAsString("region")).containsExactly("us-east-1", "us-east-2");
    assertThat(regions.at("/0/vpcPeerings")).isEmpty();
    JsonNode peering = regions.at("/1/vpcPeerings/0");
    assertThat(peering.get("id").asInt()).isEqualTo(id);
    assertThat(peering.get("status").asString()).isEqualTo("active");
    assertThat(peering.get("regionId").asInt()).isEqualTo(59);
    assertThat(peering.get("regionName").asString()).isEqualTo("eu-west-1");
    assertThat(peering.get("sourceRegion").asString()).isEqualTo("us-east-2");
    assertThat(peering.get("destinationRegion").asString()).isEqualTo("eu-west-1");
    assertThat(peering.at("/vpcCidrs/0/vpcCidr").asString()).isEqualTo("172.16.0.0/16");
    assertThat(peering.has("vpcProjectUid")).isFalse();
  }

  @Test
  void networkAtGoogleIsSpelledInAnotherWay() {
    worldAtGoogle();
    accepted(
        "POST",
        PEERINGS,
        """
        {"provider":"gcp","sourceRegion":"us-east1","vpcProjectUid":"shop","vpcNetworkName":"main"}
        """);

    JsonNode peering = found(PEERINGS).at("/regions/1/vpcPeerings/0");

    assertThat(peering.get("vpcProjectUid").asString()).isEqualTo("shop");
    assertThat(peering.get("vpcNetworkName").asString()).isEqualTo("main");
    assertThat(peering.get("redisProjectUid").asString()).isNotEmpty();
    assertThat(peering.get("redisNetworkName").asString()).isNotEmpty();
    assertThat(peering.get("cloudPeeringId").asString()).isNotEmpty();
    assertThat(peering.get("sourceRegion").asString()).isEqualTo("us-east1");
  }

  @Test
  void peeringIsChangedAndDeleted() {
    world();
    int id = active(Kind.VPC_PEERING, PEERINGS, VPC);

    accepted("PUT", PEERINGS + "/" + id, "{\"vpcCidr\":\"172.20.0.0/16\"}");
    assertThat(found(PEERINGS).at("/regions/1/vpcPeerings/0/vpcCidr").asString())
        .isEqualTo("172.20.0.0/16");

    accepted("DELETE", PEERINGS + "/" + id, "");
    assertThat(found(PEERINGS).at("/regions/1/vpcPeerings")).isEmpty();
  }

  @Test
  void sameNetworkMayPeerWithTwoRegions() {
    world();
    accepted("POST", PEERINGS, VPC);

    accepted("POST", PEERINGS, VPC.replace("us-east-2", "us-east-1"));

    assertThat(refused("POST", PEERINGS, VPC)).isEqualTo("409 CONFLICT VPC_PEERING_ALREADY_EXIST");
  }

  @Test
  void eachRegionHasItsOwnService() {
    worldAtGoogle();
    String first = ALL + "/27/private-service-connect";
    String second = ALL + "/38/private-service-connect";

    int id = active(Kind.PSC_SERVICE, first, "");

    assertThat(found(first).get("id").asInt()).isEqualTo(id);
    assertThat(found(first).get("serviceAttachmentName").asString()).contains("us-central1");
    assertThat(refused("GET", second, "")).isEqualTo("404 NOT_FOUND PSC_SERVICE_NOT_FOUND");
    int endpoint =
        accepted(
            "POST",
            first + "/" + id,
            """
            {"gcpProjectId":"p","gcpVpcName":"v","gcpVpcSubnetName":"s",
             "endpointConnectionName":"c"}
            """);
    String script = first + "/" + id + "/endpoints/" + endpoint + "/creationScripts";
    assertThat(found(script).at("/script/bash").asString()).contains("--region=us-central1");
  }

  @Test
  void eachRegionHasItsOwnGateways() {
    world();
    String first = ALL + "/1/transitGateways";
    found(first + "/invitations");

    accepted("PUT", first + "/invitations/10001/accept", "");
    accepted("POST", first + "/10001/attachment", "");

    assertThat(found(first).at("/tgws/0/attachmentStatus").asString())
        .isEqualTo("initiating-request");
    assertThat(found(ALL + "/59/transitGateways").get("tgws")).isEmpty();
  }

  @Test
  void eachRegionHasItsOwnLink() {
    world();
    accepted("POST", ALL + "/59/private-link", LINK);

    JsonNode link = found(ALL + "/59/private-link");

    assertThat(link.get("regionId").asInt()).isEqualTo(59);
    assertThat(link.get("shareArn").asString()).contains("us-east-2");
    assertThat(found(ALL + "/1/private-link").get("links")).isEmpty();
  }

  @Test
  void whatARegionHadGoesWithIt() {
    world();
    accepted("POST", PEERINGS, VPC);
    accepted("POST", ALL + "/59/private-link", LINK);
    accepted("POST", ALL + "/1/private-link", LINK);

    accepted("DELETE", ALL, "{\"regions\":[{\"region\":\"us-east-2\"}]}");

    assertThat(holds(Tx::peerings, 10_001)).isFalse();
    assertThat(holds(Tx::privateLinks, 10_001)).isFalse();
    assertThat(holds(Tx::privateLinks, 10_002)).isTrue();
  }

  @Test
  void regionThatIsOnlyTriedOutKeepsWhatItHas() {
    world();
    accepted("POST", PEERINGS, VPC);

    task("DELETE", ALL, "{\"dryRun\":true,\"regions\":[{\"region\":\"us-east-2\"}]}");

    assertThat(holds(Tx::peerings, 10_001)).isTrue();
  }

  @Test
  void commandsAreCalledAfterTheTypeOfTheSubscription() {
    worldAtGoogle();

    assertThat(commandType(ALL + "/27/private-service-connect"))
        .isEqualTo("activeActivePscServiceGetRequest");
    assertThat(commandType("/subscriptions/10001/private-service-connect"))
        .isEqualTo("pscServiceGetRequest");
    assertThat(commandType(ALL + "/27/private-link"))
        .isEqualTo("activeActivePrivateLinkGetRequest");
    assertThat(commandType(ALL + "/27/transitGateways")).isEqualTo("tgwGetRequest");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "POST, /regions/peerings, `{'sourceRegion':'eu-west-1'}`, 400 BAD_REQUEST ACTIVE_ACTIVE_VPC_PEERING_INVALID_SOURCE_REGION_NAME",
        "POST, /regions/peerings, `{'sourceRegion':'us-east-1','destinationRegion':'eu-west-1','awsAccountId':'1'}`, 400 BAD_REQUEST ACTIVE_ACTIVE_VPC_PEERING_INVALID_AWS_ACCOUNT",
        "DELETE, /regions/peerings/1, ``, 400 BAD_REQUEST DELETING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_FOR_A_SUBSCRIPTION_WITH_NO_VPC_PEERINGS",
        "PUT, /regions/peerings/1, `{}`, 404 NOT_FOUND ACTIVE_ACTIVE_VPC_PEERING_NOT_FOUND",
        "GET, /regions/4/transitGateways, ``, 404 NOT_FOUND TGW_REGION_DOES_NOT_EXIST",
        "GET, /regions/4/private-link, ``, 404 NOT_FOUND PRIVATE_LINK_NOT_FOUND",
        "GET, /regions/4/private-service-connect, ``, 404 NOT_FOUND PSC_SERVICE_NOT_FOUND",
        "GET, /peerings, ``, 400 BAD_REQUEST GETTING_SINGLE_REGION_VPC_PEERINGS_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION",
        "GET, /transitGateways, ``, 400 BAD_REQUEST TGW_GETTING_SINGLE_REGION_TGWS_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION",
        "GET, /private-link, ``, 400 BAD_REQUEST PRIVATE_LINK_GET_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_LINK_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
        "GET, /private-service-connect, ``, 400 BAD_REQUEST PSC_GET_A_FLEXIBLE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT_IS_NOT_ALLOWED_WITH_AN_ACTIVE_ACTIVE_SUBSCRIPTION",
      })
  void refusals(String method, String path, @Nullable String body, String error) {
    world();

    assertThat(refused(method, "/subscriptions/10001" + path, ConnectivityTest.json(body)))
        .isEqualTo(error);
  }

  private boolean holds(Function<Tx, Resources<?>> rows, int id) {
    return server.read(tx -> rows.apply(tx).find(new AccountId(1), id).isPresent());
  }

  private void worldAtGoogle() {
    accepted(
        "POST",
        "/subscriptions",
        TWO_REGIONS
            .replace("{\"regions\"", "{\"provider\":\"GCP\",\"regions\"")
            .replace("us-east-2", "us-east1")
            .replace("us-east-1", "us-central1"));
    server.settle(Kind.SUBSCRIPTION, 10_001, new Status.Active());
  }

  private JsonNode found(String path) {
    var task = task("GET", path, "");
    assertThat(task.get("status").asString()).as(task.toString()).isEqualTo("processing-completed");
    return task.at("/response/resource");
  }

  private String commandType(String path) {
    return task("GET", path, "").get("commandType").asString();
  }
}
