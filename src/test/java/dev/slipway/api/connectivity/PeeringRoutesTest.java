package dev.slipway.api.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.Client;
import dev.slipway.model.Kind;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class PeeringRoutesTest extends ConnectivityTest {
  private static final String VPC =
      """
      {"region":"eu-west-1","awsAccountId":"123456789012","vpcId":"vpc-1",
       "vpcCidrs":["172.16.0.0/16","172.17.0.0/16"]}
      """;
  private static final String NETWORK =
      "{\"provider\":\"gcp\",\"vpcProjectUid\":\"shop\",\"vpcNetworkName\":\"main\"}";

  @Test
  void peeringWaitsForTheOtherSideThenIsActive() {
    String path = peerings(atAws());
    int id = accepted("POST", path, VPC);
    assertThat(status(path)).isEqualTo("initiating-request");
    server.settle(Kind.VPC_PEERING, id, new Status.Pending("pending-acceptance"));
    assertThat(status(path)).isEqualTo("pending-acceptance");

    settle(Kind.VPC_PEERING, id);

    assertThat(status(path)).isEqualTo("active");
  }

  @Test
  void networkAtAwsIsShownWithItsBlocks() {
    String path = peerings(atAws());
    int id = accepted("POST", path, VPC);

    JsonNode peering = found(path).at("/peerings/0");

    assertThat(peering.get("vpcPeeringId").asInt()).isEqualTo(id);
    assertThat(peering.get("awsPeeringUid").asString()).startsWith("pcx-");
    assertThat(peering.get("awsAccountId").asString()).isEqualTo("123456789012");
    assertThat(peering.get("vpcUid").asString()).isEqualTo("vpc-1");
    assertThat(peering.get("regionName").asString()).isEqualTo("eu-west-1");
    assertThat(peering.get("vpcCidr").asString()).isEqualTo("172.16.0.0/16");
    assertThat(peering.at("/vpcCidrs").findValuesAsString("vpcCidr"))
        .containsExactly("172.16.0.0/16", "172.17.0.0/16");
    assertThat(peering.has("projectUid")).isFalse();
  }

  @Test
  void networkAtGoogleIsShownWithTheNamesToPeerWith() {
    String path = peerings(atGoogle());
    accepted("POST", path, NETWORK);

    JsonNode peering = found(path).at("/peerings/0");

    assertThat(peering.get("projectUid").asString()).isEqualTo("shop");
    assertThat(peering.get("networkName").asString()).isEqualTo("main");
    assertThat(peering.get("redisProjectUid").asString()).isNotEmpty();
    assertThat(peering.get("redisNetworkName").asString()).isNotEmpty();
    assertThat(peering.get("cloudPeeringId").asString()).isNotEmpty();
    assertThat(peering.has("awsPeeringUid")).isFalse();
  }

  @Test
  void fieldsSayWhichCloudIsMeant() {
    String path = peerings(atGoogle());

    accepted("POST", path, "{\"vpcProjectUid\":\"shop\",\"vpcNetworkName\":\"main\"}");

    assertThat(found(path).at("/peerings/0/networkName").asString()).isEqualTo("main");
  }

  @Test
  void listSaysThatItIsPlayed() {
    JsonNode found = found(peerings(atAws()));

    assertThat(found.get("peerings")).isEmpty();
    assertThat(found.at("/x-slipway/emulated").asBoolean()).isTrue();
  }

  @Test
  void blocksOfAnActivePeeringAreReplaced() {
    String path = peerings(atAws());
    int id = active(Kind.VPC_PEERING, path, VPC);

    accepted("PUT", path + "/" + id, "{\"vpcCidr\":\"172.20.0.0/16\"}");

    assertThat(found(path).at("/peerings/0/vpcCidrs").findValuesAsString("vpcCidr"))
        .containsExactly("172.20.0.0/16");
  }

  @Test
  void deletedPeeringIsNotListedAndItsNetworkCanPeerAgain() {
    String path = peerings(atAws());
    int id = active(Kind.VPC_PEERING, path, VPC);

    accepted("DELETE", path + "/" + id, "");

    assertThat(found(path).get("peerings")).isEmpty();
    accepted("POST", path, VPC);
  }

  @Test
  void rejectedPeeringIsInactiveAndItsNetworkCanPeerAgain() {
    String path = peerings(atAws());
    int id = accepted("POST", path, VPC);
    var why = new Problem(ProblemType.VPC_PEERING_GENERAL_ERROR, "why");
    server.settle(Kind.VPC_PEERING, id, new Status.Failed(why));

    accepted("POST", path, VPC);

    assertThat(found(path).get("peerings")).hasSize(2);
  }

  @Test
  void othersDoNotSeeIt() {
    atAws();
    Client other = server.owner(2);
    String id = other.get("/v1" + peerings(10_001)).taskId();
    server.process();

    var task = other.get("/v1/tasks/" + id).json();

    assertThat(task.at("/response/error/type").asString()).isEqualTo("SUBSCRIPTION_NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "GET, 99/peerings, ``, 404 NOT_FOUND SUBSCRIPTION_NOT_FOUND",
        "POST, 10001/peerings, `{'provider':'azure'}`, 400 BAD_REQUEST VPC_PEERING_IS_NOT_KNOWN_CLOUD_PROVIDER",
        "POST, 10001/peerings, `{'provider':'gcp','vpcProjectUid':'p','vpcNetworkName':'n'}`, 400 BAD_REQUEST VPC_PEERING_BELONGS_TO_DIFFERENT_CLOUD_PROVIDER",
        "POST, 10001/peerings, `{'vpcNetworkName':'n'}`, 400 BAD_REQUEST VPC_PEERING_BELONGS_TO_DIFFERENT_CLOUD_PROVIDER",
        "POST, 10001/peerings, `{}`, 400 BAD_REQUEST VPC_PEERING_INVALID_REGION",
        "POST, 10001/peerings, `{'region':'moon-1'}`, 400 BAD_REQUEST VPC_PEERING_INVALID_REGION",
        "POST, 10001/peerings, `{'region':'eu-west-1','awsAccountId':'12'}`, 400 BAD_REQUEST VPC_PEERING_INVALID_ACCOUNT",
        "POST, 10001/peerings, `{'region':'eu-west-1','awsAccountId':'123456789012','vpcId':'net'}`, 400 BAD_REQUEST VPC_PEERING_INVALID_VPC",
        "POST, 10001/peerings, `{'region':'eu-west-1','awsAccountId':'123456789012','vpcId':'vpc-2'}`, 400 BAD_REQUEST VPC_PEERING_CIDR_IS_MISSING",
        "POST, 10001/peerings, `{'region':'eu-west-1','awsAccountId':'123456789012','vpcId':'vpc-2','vpcCidr':'10.1.0.0/16','vpcCidrs':['10.2.0.0/16']}`, 400 BAD_REQUEST VPC_PEERING_TOO_MANY_CIDR_SPECIFICATIONS",
        "POST, 10001/peerings, `{'region':'eu-west-1','awsAccountId':'123456789012','vpcId':'vpc-2','vpcCidrs':['10.1.0.0/16','10.2.0.0/16','10.3.0.0/16','10.4.0.0/16','10.5.0.0/16','10.6.0.0/16']}`, 400 BAD_REQUEST VPC_PEERING_TOO_MANY_CIDR_SPECIFICATIONS",
        "POST, 10001/peerings, `{'region':'eu-west-1','awsAccountId':'123456789012','vpcId':'vpc-2','vpcCidr':'10.1.0.1/16'}`, 400 BAD_REQUEST VPC_PEERING_INVALID_CIDR",
        "POST, 10001/peerings, `{'region':'eu-west-1','awsAccountId':'123456789012','vpcId':'vpc-2','vpcCidr':'fd00::/16'}`, 400 BAD_REQUEST VPC_PEERING_INVALID_CIDR",
        "POST, 10001/peerings, `{'region':'eu-west-1','awsAccountId':'123456789012','vpcId':'vpc-2','vpcCidr':'here'}`, 400 BAD_REQUEST VPC_PEERING_INVALID_CIDR",
        "POST, 10001/peerings, `{'region':'eu-west-1','awsAccountId':'123456789012','vpcId':'vpc-2','vpcCidr':'192.168.0.0/16'}`, 400 BAD_REQUEST VPC_PEERING_CIDR_OVERLAP",
        "POST, 10001/peerings, `{'region':'eu-west-1','awsAccountId':'123456789012','vpcId':'vpc-2','vpcCidrs':['172.16.0.0/12','172.16.1.0/24']}`, 400 BAD_REQUEST VPC_PEERING_CIDR_OVERLAP",
        "POST, 10001/peerings, `{'region':'eu-west-1','awsAccountId':'123456789012','vpcId':'vpc-1','vpcCidr':'172.16.0.0/16'}`, 409 CONFLICT VPC_PEERING_ALREADY_EXIST",
        "PUT, 10001/peerings/10001, `{'vpcCidr':'172.16.0.0/16'}`, 403 FORBIDDEN VPC_PEERING_NOT_ACTIVE",
        "PUT, 10001/peerings/99, `{'vpcCidr':'172.16.0.0/16'}`, 404 NOT_FOUND VPC_PEERING_NOT_FOUND",
        "DELETE, 10001/peerings/99, ``, 404 NOT_FOUND VPC_PEERING_NOT_FOUND",
        "GET, 10001/regions/peerings, ``, 400 BAD_REQUEST GETTING_ACTIVE_ACTIVE_SUBSCRIPTION_VPC_PEERINGS_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
        "POST, 10001/regions/peerings, `{'sourceRegion':'us-east-1'}`, 400 BAD_REQUEST CREATING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
        "PUT, 10001/regions/peerings/1, `{}`, 400 BAD_REQUEST UPDATING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
        "DELETE, 10001/regions/peerings/1, ``, 400 BAD_REQUEST DELETING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
      })
  void refusals(String method, String path, @Nullable String body, String error) {
    accepted("POST", peerings(atAws()), VPC);

    assertThat(refused(method, "/subscriptions/" + path, json(body))).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "POST, 10001/peerings, `{'provider':'gcp'}`, 400 BAD_REQUEST VPC_PEERING_INVALID_PROJECT",
        "POST, 10001/peerings, `{'vpcProjectUid':'p','vpcNetworkName':''}`, 400 BAD_REQUEST VPC_PEERING_INVALID_VPC",
        "POST, 10001/peerings, `{'provider':'GCP','vpcProjectUid':'shop','vpcNetworkName':'main'}`, 409 CONFLICT VPC_PEERING_ALREADY_EXIST",
        "POST, 10001/peerings, `{'provider':'aws'}`, 400 BAD_REQUEST VPC_PEERING_BELONGS_TO_DIFFERENT_CLOUD_PROVIDER",
        "PUT, 10001/peerings/10001, `{'vpcCidr':'172.16.0.0/16'}`, 400 BAD_REQUEST VPC_PEERING_BELONGS_TO_DIFFERENT_CLOUD_PROVIDER",
      })
  void refusalsAtGoogle(String method, String path, String body, String error) {
    accepted("POST", peerings(atGoogle()), NETWORK);

    assertThat(refused(method, "/subscriptions/" + path, json(body))).isEqualTo(error);
  }

  @Test
  void nothingIsMadeForASubscriptionThatIsNotActive() {
    int id = atAws();
    accepted("DELETE", "/subscriptions/" + id + "/databases/" + id, "");
    server.forget(Kind.DATABASE, id);
    accepted("DELETE", "/subscriptions/" + id, "");

    assertThat(refused("POST", peerings(id), VPC))
        .isEqualTo("403 FORBIDDEN SUBSCRIPTION_NOT_ACTIVE");
  }

  private String status(String path) {
    return found(path).at("/peerings/0/status").asString();
  }

  private static String peerings(int subscription) {
    return "/subscriptions/" + subscription + "/peerings";
  }
}
