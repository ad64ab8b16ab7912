package dev.slipway.api.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Kind;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class PrivateLinkRoutesTest extends ConnectivityTest {
  private static final String LINK = "/subscriptions/10001/private-link";
  private static final String PRINCIPALS = LINK + "/principals";
  private static final String CUT = LINK + "/connections/disassociate";
  private static final String BODY =
      """
      {"shareName":"redis","principal":"123456789012","type":"aws_account","alias":"shop"}
      """;

  @Test
  void absentLinkIsAnEmptyListOfLinks() {
    atAws();

    JsonNode found = found(LINK);

    assertThat(found.get("links")).isEmpty();
    assertThat(found.has("status")).isFalse();
  }

  @Test
  void linkIsInitializedThenActive() {
    linked();
    assertThat(found(LINK).get("status").asString()).isEqualTo("initializing");

    settle(Kind.PRIVATE_LINK, 10_001);

    JsonNode link = found(LINK);
    assertThat(link.get("status").asString()).isEqualTo("active");
    assertThat(link.get("subscriptionId").asInt()).isEqualTo(10_001);
    assertThat(link.get("shareName").asString()).isEqualTo("redis");
    assertThat(link.get("resourceConfigurationId").asString()).startsWith("rcfg-");
    assertThat(link.get("resourceConfigurationArn").asString()).contains("us-east-1");
    assertThat(link.get("shareArn").asString()).startsWith("arn:aws:ram:");
    assertThat(link.has("errorMessage")).isFalse();
    assertThat(link.at("/x-slipway/emulated").asBoolean()).isTrue();
  }

  @Test
  void linkShowsTheDatabasesWithTheirPorts() {
    linked();

    JsonNode database = found(LINK).at("/databases/0");

    assertThat(database.get("databaseId").asInt()).isEqualTo(10_001);
    String endpoint =
        shown("/subscriptions/10001/databases/10001").get("privateEndpoint").asString();
    assertThat(database.get("rlEndpoint").asString()).isEqualTo(endpoint);
    assertThat(endpoint).endsWith(":" + database.get("port").asInt());
  }

  @Test
  void failedLinkSaysWhy() {
    linked();
    var why = new Problem(ProblemType.PRIVATE_LINK_SERVICE_ERROR, "why");

    server.settle(Kind.PRIVATE_LINK, 10_001, new Status.Failed(why));

    assertThat(found(LINK).get("errorMessage").asString()).isEqualTo("why");
  }

  @Test
  void principalIsAssociatedAndThenConnected() {
    linked();
    JsonNode principal = found(LINK).at("/principals/0");
    assertThat(principal.get("principal").asString()).isEqualTo("123456789012");
    assertThat(principal.get("type").asString()).isEqualTo("aws_account");
    assertThat(principal.get("alias").asString()).isEqualTo("shop");
    assertThat(principal.get("status").asString()).isEqualTo("initializing");
    assertThat(found(LINK).get("connections")).isEmpty();

    settle(Kind.LINK_PRINCIPAL, 10_001);

    assertThat(found(LINK).at("/principals/0/status").asString()).isEqualTo("associated");
    JsonNode connection = found(LINK).at("/connections/0");
    assertThat(connection.get("associationId").asString()).startsWith("snra-");
    assertThat(connection.get("connectionId").asString()).startsWith("vpce-");
    assertThat(connection.get("ownerId").asString()).isEqualTo("123456789012");
    assertThat(connection.get("associationDate").asString()).endsWith("Z");
  }

  @Test
  void connectionIsCutAndStaysSo() {
    connected();

    accepted("POST", CUT, connection("snra-00000000000002711"));

    assertThat(found(LINK).get("connections")).isEmpty();
    assertThat(found(LINK).at("/principals/0/status").asString()).isEqualTo("associated");
    assertThat(refused("POST", CUT, connection("snra-00000000000002711")))
        .isEqualTo("404 NOT_FOUND PRIVATE_LINK_PRINCIPAL_NOT_FOUND");
  }

  @Test
  void principalThatIsThereMayBeSentAgain() {
    linked();
    accepted("POST", PRINCIPALS, "{\"principal\":\"arn:aws:iam::123456789012:role/a\"}");

    accepted("POST", PRINCIPALS, "{\"principal\":\"123456789012\"}");

    assertThat(found(LINK).get("principals")).hasSize(2);
  }

  @Test
  void linkGoesAfterItsPrincipals() {
    linked();
    assertThat(refused("DELETE", LINK, ""))
        .isEqualTo(
            "400 BAD_REQUEST"
                + " PRIVATE_LINK_ALL_PRINCIPALS_MUST_BE_DELETED_BEFORE_DELETING_RESOURCE_LINK");

    accepted("DELETE", PRINCIPALS, "{\"principal\":\"123456789012\"}");
    assertThat(found(LINK).at("/principals/0/status").asString()).isEqualTo("disassociating");
    accepted("DELETE", LINK, "");

    assertThat(found(LINK).get("status").asString()).isEqualTo("deleting");
    server.forget(Kind.PRIVATE_LINK, 10_001);
    assertThat(found(LINK).get("links")).isEmpty();
  }

  @Test
  void scriptsNameTheResourceConfiguration() {
    linked();

    JsonNode scripts = found(LINK + "/endpoint-script%3FincludeTerraformAwsScript=true");

    String arn = found(LINK).get("resourceConfigurationArn").asString();
    assertThat(scripts.get("resourceEndpointScript").asString()).contains(arn);
    assertThat(scripts.get("terraformAwsScript").asString()).contains(arn);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "POST, ``, `{'shareName':'r','principal':'123456789012','type':'iam_user'}`, 409 CONFLICT PRIVATE_LINK_ALREADY_EXISTS",
        "POST, /principals, `{'principal':'12'}`, 400 BAD_REQUEST PRIVATE_LINK_PRINCIPAL_INVALID_PRINCIPLE",
        "DELETE, /principals, `{'principal':'000000000000','type':'aws_account'}`, 404 NOT_FOUND PRIVATE_LINK_PRINCIPAL_NOT_FOUND",
      })
  void refusals(String method, @Nullable String path, String body, String error) {
    linked();

    assertThat(refused(method, LINK + text(path), json(body))).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "DELETE, ``, ``",
        "GET, /endpoint-script, ``",
        "POST, /principals, `{'principal':'123456789012'}`",
        "DELETE, /principals, `{'principal':'123456789012'}`",
        "POST, /connections/disassociate, `{'connections':[]}`",
      })
  void nothingIsDoneWithoutALink(String method, @Nullable String path, @Nullable String body) {
    atAws();

    assertThat(refused(method, LINK + text(path), json(body)))
        .isEqualTo("404 NOT_FOUND PRIVATE_LINK_NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "GET, ``, ``, GET_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_LINK",
        "POST, ``, `{'shareName':'r','principal':'123456789012','type':'iam_role'}`, CREATE_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_LINK",
        "DELETE, ``, ``, DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_LINK",
        "GET, /endpoint-script, ``, GET_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_LINK",
        "POST, /principals, `{'principal':'123456789012'}`, CREATING_PRINCIPLES",
        "DELETE, /principals, `{'principal':'123456789012'}`, DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRINCIPALS",
        "POST, /connections/disassociate, `{'connections':[]}`, DISASSOCIATE_CONNECTIONS_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_LINK",
      })
  void singleRegionSubscriptionHasNoLinkOfARegion(
      String method, @Nullable String path, @Nullable String body, String error) {
    atAws();
    String regional = "/subscriptions/10001/regions/1/private-link" + text(path);

    assertThat(refused(method, regional, json(body)))
        .isEqualTo(
            "400 BAD_REQUEST PRIVATE_LINK_"
                + error
                + "_IS_NOT_ALLOWED_WITH_A_SINGLE_REGION_SUBSCRIPTION");
  }

  @Test
  void linkIsOnlyForAws() {
    atGoogle();

    assertThat(refused("POST", LINK, BODY))
        .isEqualTo("400 BAD_REQUEST PRIVATE_LINK_CLOUD_PROVIDER_NOT_SUPPORTED");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{'principal':'123456789012','type':'aws_account'}`, shareName",
        "`{'shareName':'r','principal':'123456789012','type':'friend'}`, service_principal",
        "`{'shareName':'rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr','principal':'1','type':'aws_account'}`, shareName",
      })
  void bodyIsChecked(String body, String named) {
    atAws();

    var reply = owner.send("POST", "/v1" + LINK, json(body));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.http().body()).contains(named);
  }

  private void linked() {
    atAws();
    accepted("POST", LINK, BODY);
  }

  private void connected() {
    linked();
    settle(Kind.LINK_PRINCIPAL, 10_001);
  }

  private static String connection(String associationId) {
    return """
    {"connections":[{"associationId":"%s","type":"vpc_endpoint","principalId":"123456789012"}]}
    """
        .formatted(associationId);
  }
}
