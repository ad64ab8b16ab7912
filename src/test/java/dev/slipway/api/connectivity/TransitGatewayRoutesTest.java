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

final class TransitGatewayRoutesTest extends ConnectivityTest {
  private static final String TGW = "/subscriptions/10001/transitGateways";
  private static final String ATTACHMENT = TGW + "/10001/attachment";

  @Test
  void oneInvitationWaitsAndIsNoGatewayYet() {
    atAws();

    JsonNode invitation = found(TGW + "/invitations").at("/resources/0");

    assertThat(invitation.get("id").asInt()).isEqualTo(10_001);
    assertThat(invitation.get("status").asString()).isEqualTo("pending");
    assertThat(invitation.get("sharedDate").asString()).endsWith("Z");
    assertThat(invitation.get("resourceShareUid").asString()).isNotEmpty();
    assertThat(found(TGW + "/invitations").get("resources")).hasSize(1);
    JsonNode gateways = found(TGW);
    assertThat(gateways.get("tgws")).isEmpty();
    assertThat(gateways.at("/x-slipway/emulated").asBoolean()).isTrue();
  }

  @Test
  void acceptedInvitationIsAGateway() {
    accepted();

    JsonNode gateway = found(TGW).at("/tgws/0");

    assertThat(gateway.get("id").asInt()).isEqualTo(10_001);
    assertThat(gateway.get("status").asString()).isEqualTo("available");
    assertThat(gateway.get("awsTgwUid").asString()).startsWith("tgw-");
    assertThat(gateway.get("cidrs")).isEmpty();
    assertThat(gateway.has("attachmentStatus")).isFalse();
    assertThat(found(TGW + "/invitations").at("/resources/0/status").asString())
        .isEqualTo("accepted");
  }

  @Test
  void rejectedInvitationIsNoGatewayAndAnotherComes() {
    atAws();
    found(TGW + "/invitations");

    accepted("PUT", TGW + "/invitations/10001/reject", "");

    assertThat(found(TGW + "/invitations").at("/resources").findValuesAsString("status"))
        .containsExactly("rejected", "pending");
    assertThat(found(TGW).get("tgws")).isEmpty();
  }

  @Test
  void attachmentWaitsThenIsAvailable() {
    accepted();
    assertThat(accepted("POST", ATTACHMENT, "")).isEqualTo(10_001);
    assertThat(attachmentStatus()).isEqualTo("initiating-request");

    settle(Kind.TGW_ATTACHMENT, 10_001);

    assertThat(attachmentStatus()).isEqualTo("available");
    assertThat(found(TGW).at("/tgws/0/attachmentUid").asString()).startsWith("tgw-attach-");
  }

  @Test
  void attachmentThatIsAskedForTwiceIsMadeOnce() {
    attached();

    accepted("POST", ATTACHMENT, "");

    assertThat(attachmentStatus()).isEqualTo("available");
  }

  @Test
  void failedAttachmentIsAskedForAgain() {
    accepted();
    accepted("POST", ATTACHMENT, "");
    var why = new Problem(ProblemType.TGW_ATTACHMENT_IS_NOT_ACTIVE, "why");
    server.settle(Kind.TGW_ATTACHMENT, 10_001, new Status.Failed(why));

    accepted("POST", ATTACHMENT, "");

    assertThat(attachmentStatus()).isEqualTo("initiating-request");
    accepted("DELETE", ATTACHMENT, "");
    assertThat(found(TGW).at("/tgws/0").has("attachmentStatus")).isFalse();
  }

  @Test
  void blocksAreTextsOrObjects() {
    attached();

    accepted("PUT", ATTACHMENT, "{\"cidrs\":[\"10.10.0.0/16\",\"10.11.0.0/16\"]}");
    assertThat(attachmentStatus()).isEqualTo("modifying");
    settle(Kind.TGW_ATTACHMENT, 10_001);
    accepted("PUT", ATTACHMENT, "{\"cidrs\":[{\"cidrAddress\":\"10.12.0.0/16\"}]}");

    assertThat(found(TGW).at("/tgws/0/cidrs").findValuesAsString("cidrAddress"))
        .containsExactly("10.12.0.0/16");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "PUT, /invitations/99/accept, ``, 404 NOT_FOUND TGW_RESOURCE_SHARE_DOES_NOT_EXIST",
        "PUT, /invitations/10001/accept, ``, 404 NOT_FOUND TGW_RESOURCE_SHARE_DOES_NOT_EXIST",
        "PUT, /invitations/10001/reject, ``, 404 NOT_FOUND TGW_RESOURCE_SHARE_DOES_NOT_EXIST",
        "POST, /99/attachment, ``, 404 NOT_FOUND TGW_DOES_NOT_EXIST",
        "PUT, /10001/attachment, `{'cidrs':['10.10.0.0/16']}`, 404 NOT_FOUND TGW_ATTACHMENT_DOES_NOT_EXIST",
        "DELETE, /10001/attachment, ``, 404 NOT_FOUND TGW_ATTACHMENT_DOES_NOT_EXIST",
      })
  void refusals(String method, String path, @Nullable String body, String error) {
    accepted();

    assertThat(refused(method, TGW + path, json(body))).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{'cidrs':['10.10.0.1/16']}`, 400 BAD_REQUEST TGW_ATTACHMENT_CIDRS_INVALID_LENGTH",
        "`{'cidrs':['there']}`, 400 BAD_REQUEST TGW_ATTACHMENT_CIDRS_INVALID_LENGTH",
        "`{'cidrs':['10.10.0.0/16','10.10.0.0/16']}`, 400 BAD_REQUEST TGW_ATTACHMENT_CIDRS_REQUEST_CONTAINS_DUPLICATES",
        "`{'cidrs':[]}`, 400 BAD_REQUEST TGW_ATTACHMENT_CIDRS_ARE_THE_SAME_AS_EXISTING_ONES",
      })
  void blocksAreRefused(String body, String error) {
    attached();

    assertThat(refused("PUT", ATTACHMENT, json(body))).isEqualTo(error);
  }

  @Test
  void attachmentThatIsNotThereYetIsNotChanged() {
    accepted();
    accepted("POST", ATTACHMENT, "");

    assertThat(refused("PUT", ATTACHMENT, "{\"cidrs\":[\"10.10.0.0/16\"]}"))
        .isEqualTo("403 FORBIDDEN TGW_ATTACHMENT_IS_NOT_ACTIVE");
  }

  @Test
  void blockMustBeThere() {
    accepted();

    assertThat(owner.send("PUT", "/v1" + ATTACHMENT, "{\"cidrs\":[{}]}").status()).isEqualTo(400);
    assertThat(owner.send("PUT", "/v1" + ATTACHMENT, "{\"cidrs\":[7]}").status()).isEqualTo(400);
    assertThat(owner.send("PUT", "/v1" + ATTACHMENT, "{}").status()).isEqualTo(400);
  }

  @Test
  void gatewaysAreOnlyForAws() {
    atGoogle();

    assertThat(refused("GET", TGW, ""))
        .isEqualTo("400 BAD_REQUEST TGW_CLOUD_PROVIDER_IS_NOT_SUPPORTED");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "GET, ``, ``, GETTING_ACTIVE_ACTIVE_SUBSCRIPTION_TGW_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
        "GET, /invitations, ``, GETTING_ACTIVE_ACTIVE_SUBSCRIPTION_TGW_INVITATIONS_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
        "PUT, /invitations/1/accept, ``, ACCEPTING_AN_ACTIVE_ACTIVE_TGW_RESOURCE_SHARE_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
        "PUT, /invitations/1/reject, ``, REJECTING_AN_ACTIVE_ACTIVE_TGW_RESOURCE_SHARE_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
        "POST, /1/attachment, ``, CREATING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
        "PUT, /1/attachment, `{'cidrs':[]}`, UPDATING_AN_ACTIVE_ACTIVE_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
        "DELETE, /1/attachment, ``, DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_TGW_ATTACHMENT_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION",
      })
  void singleRegionSubscriptionHasNoGatewaysOfARegion(
      String method, @Nullable String path, @Nullable String body, String error) {
    atAws();
    String regional = "/subscriptions/10001/regions/1/transitGateways" + text(path);

    assertThat(refused(method, regional, json(body))).isEqualTo("400 BAD_REQUEST TGW_" + error);
  }

  /// A gateway whose invitation was accepted.
  private void accepted() {
    atAws();
    found(TGW + "/invitations");
    accepted("PUT", TGW + "/invitations/10001/accept", "");
  }

  private void attached() {
    accepted();
    accepted("POST", ATTACHMENT, "");
    settle(Kind.TGW_ATTACHMENT, 10_001);
  }

  private String attachmentStatus() {
    return found(TGW).at("/tgws/0/attachmentStatus").asString();
  }
}
