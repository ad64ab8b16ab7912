package dev.slipway.api.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Kind;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.PscEndpointSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class PscRoutesTest extends ConnectivityTest {
  private static final String PSC = "/subscriptions/10001/private-service-connect";
  private static final String ENDPOINT =
      """
      {"gcpProjectId":"shop","gcpVpcName":"main","gcpVpcSubnetName":"sub",
       "endpointConnectionName":"redis"}
      """;

  @Test
  void serviceIsQueuedThenActiveAndNamesWhatToConnectTo() {
    atGoogle();
    int id = accepted("POST", PSC, "");
    assertThat(found(PSC).get("status").asString()).isEqualTo("create-queued");

    settle(Kind.PSC_SERVICE, id);

    JsonNode service = found(PSC);
    assertThat(service.get("id").asInt()).isEqualTo(id);
    assertThat(service.get("status").asString()).isEqualTo("active");
    assertThat(service.get("connectionHostName").asString()).contains("us-central1");
    assertThat(service.get("serviceAttachmentName").asString()).contains("serviceAttachments");
    assertThat(service.at("/x-slipway/emulated").asBoolean()).isTrue();
  }

  @Test
  void deletedServiceIsShownUntilItIsGoneAndTakesUnusedEndpointsWithIt() {
    int service = service();
    int endpoint = accepted("POST", PSC + "/" + service, ENDPOINT);

    accepted("DELETE", PSC, "");

    assertThat(found(PSC).get("status").asString()).isEqualTo("delete-pending");
    server.forget(Kind.PSC_ENDPOINT, endpoint);
    server.forget(Kind.PSC_SERVICE, service);
    assertThat(refused("GET", PSC, "")).isEqualTo("404 NOT_FOUND PSC_SERVICE_NOT_FOUND");
  }

  @Test
  void endpointStaysInitializedForTerraformUntilItIsMade() {
    int service = service();
    int id = accepted("POST", PSC + "/" + service, ENDPOINT);

    JsonNode script =
        found(endpoint(service, id) + "/creationScripts?includeTerraformGcpScript=true");

    assertThat(script.at("/script/terraformGcp/serviceAttachments")).hasSize(1);
    JsonNode endpoint = found(PSC + "/" + service).at("/endpoints/0");
    assertThat(endpoint.get("id").asInt()).isEqualTo(id);
    assertThat(endpoint.get("status").asString()).isEqualTo("initialized");
    assertThat(endpoint.get("gcpProjectId").asString()).isEqualTo("shop");
    assertThat(endpoint.get("endpointConnectionName").asString()).isEqualTo("redis");
    accepted("DELETE", endpoint(service, id), "");
    assertThat(found(PSC + "/" + service).get("endpoints")).isEmpty();
  }

  @Test
  void numbersThatTheRustCrateSendsWithANewEndpointAreIgnored() {
    String path = PSC + "/" + service();
    String numbers = "{\"subscriptionId\":10001,\"pscServiceId\":1,\"endpointId\":0,";

    int id = accepted("POST", path, ENDPOINT.replace("{", numbers));

    assertThat(found(path).at("/endpoints/0/id").asInt()).isEqualTo(id);
  }

  @Test
  void scriptThatWasFetchedIsTakenForRun() {
    int service = service();
    int id = accepted("POST", PSC + "/" + service, ENDPOINT);

    JsonNode script = found(endpoint(service, id) + "/creationScripts").get("script");

    assertThat(script.get("bash").asString()).contains("forwarding-rules create redis-rule");
    assertThat(script.has("terraformGcp")).isFalse();
    assertThat(status(service)).isEqualTo("processing");
    server.settle(Kind.PSC_ENDPOINT, id, new Status.Pending("pending"));
    found(endpoint(service, id) + "/creationScripts");
    assertThat(status(service)).isEqualTo("pending");
  }

  @Test
  void endpointIsAcceptedAndAcceptingItAgainChangesNothing() {
    int service = service();
    int id = built(service);

    accepted("PUT", endpoint(service, id), "{\"action\":\"accept\"}");
    assertThat(status(service)).isEqualTo("accept-pending");
    settle(Kind.PSC_ENDPOINT, id);

    accepted("PUT", endpoint(service, id), "{\"action\":\"accept\"}");
    assertThat(status(service)).isEqualTo("active");
  }

  @Test
  void endpointIsRejectedAndThenMayGo() {
    int service = service();
    int id = built(service);

    accepted("PUT", endpoint(service, id), "{\"action\":\"reject\"}");
    assertThat(status(service)).isEqualTo("reject-pending");
    var why = new Problem(ProblemType.PSC_ENDPOINT_NOT_ACTIVE, "why");
    server.settle(Kind.PSC_ENDPOINT, id, new Status.Failed(why));

    assertThat(status(service)).isEqualTo("rejected");
    accepted("DELETE", endpoint(service, id), "");
  }

  @Test
  void activeEndpointGoesAfterItsDeletionScriptAndThenTheService() {
    int service = service();
    int id = built(service);
    accepted("PUT", endpoint(service, id), "{\"action\":\"accept\"}");
    settle(Kind.PSC_ENDPOINT, id);
    assertThat(refused("DELETE", endpoint(service, id), ""))
        .isEqualTo("400 BAD_REQUEST PSC_ENDPOINT_CANNOT_BE_DELETED_WITHOUT_DELETION_SCRIPT");
    assertThat(refused("DELETE", PSC, ""))
        .isEqualTo("400 BAD_REQUEST PSC_SERVICE_CANNOT_DELETE_SERVICE_WITH_ACTIVE_ENDPOINTS");

    JsonNode script = found(endpoint(service, id) + "/deletionScripts").get("script");

    assertThat(script.get("powershell").asString()).contains("forwarding-rules delete redis-rule");
    accepted("DELETE", endpoint(service, id), "");
    accepted("DELETE", PSC, "");
  }

  @Test
  void endpointIsChanged() {
    int service = service();
    int id = built(service);

    accepted("PUT", endpoint(service, id), "{\"gcpVpcName\":\"other\"}");
    accepted("PUT", endpoint(service, id), "{}");

    JsonNode endpoint = found(PSC + "/" + service).at("/endpoints/0");
    assertThat(endpoint.get("gcpVpcName").asString()).isEqualTo("other");
    assertThat(endpoint.get("gcpVpcSubnetName").asString()).isEqualTo("sub");
    accepted(
        "PUT",
        endpoint(service, id),
        """
        {"gcpProjectId":"p","gcpVpcSubnetName":"s","endpointConnectionName":"c"}
        """);
    endpoint = found(PSC + "/" + service).at("/endpoints/0");
    assertThat(endpoint.get("gcpVpcName").asString()).isEqualTo("other");
    assertThat(endpoint.get("endpointConnectionName").asString()).isEqualTo("c");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "POST, ``, ``, 409 CONFLICT PSC_SERVICE_ALREADY_EXISTS",
        "GET, /99, ``, 404 NOT_FOUND PSC_SERVICE_NOT_FOUND",
        "POST, /10001, `{'gcpProjectId':'','gcpVpcName':'v','gcpVpcSubnetName':'s','endpointConnectionName':'c'}`, 400 BAD_REQUEST PSC_ENDPOINT_INVALID_GCP_PROJECT_ID",
        "POST, /10001, `{'gcpProjectId':'p','gcpVpcName':'a b','gcpVpcSubnetName':'s','endpointConnectionName':'c'}`, 400 BAD_REQUEST PSC_ENDPOINT_INVALID_VPC_NAME",
        "POST, /10001, `{'gcpProjectId':'p','gcpVpcName':'v','gcpVpcSubnetName':';','endpointConnectionName':'c'}`, 400 BAD_REQUEST PSC_ENDPOINT_INVALID_VPC_SUBNET_NAME",
        "POST, /10001, `{'gcpProjectId':'p','gcpVpcName':'v','gcpVpcSubnetName':'s','endpointConnectionName':'$'}`, 400 BAD_REQUEST PSC_ENDPOINT_INVALID_CONNECTION_NAME",
        "POST, /10001, `{'gcpProjectId':'shop','gcpVpcName':'main','gcpVpcSubnetName':'sub','endpointConnectionName':'redis'}`, 409 CONFLICT PSC_ENDPOINT_ALREADY_EXISTS",
        "PUT, /10001/endpoints/10001, `{'action':'accept'}`, 400 BAD_REQUEST PSC_UPDATE_ENDPOINT_REQUEST_CANNOT_UPDATE_INITIALIZED_ENDPOINT",
        "PUT, /10001/endpoints/10001, `{'action':'accept','gcpVpcName':'v'}`, 400 BAD_REQUEST PSC_UPDATE_ENDPOINT_REQUEST_CANNOT_HAVE_BOTH_ACTION_AND_OTHER_FIELDS",
        "PUT, /10001/endpoints/99, `{}`, 404 NOT_FOUND PSC_ENDPOINT_NOT_FOUND",
        "DELETE, /10001/endpoints/99, ``, 404 NOT_FOUND PSC_ENDPOINT_NOT_FOUND",
        "GET, /10001/endpoints/99/creationScripts, ``, 404 NOT_FOUND PSC_ENDPOINT_NOT_FOUND",
      })
  void refusals(String method, String path, @Nullable String body, String error) {
    accepted("POST", PSC + "/" + service(), ENDPOINT);

    assertThat(refused(method, PSC + path, json(body))).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "GET, ``, ``, GET_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINTS",
        "POST, ``, ``, CREATING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT",
        "DELETE, ``, ``, DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT",
        "GET, /1, ``, GET_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINTS",
        "POST, /1, `{'gcpProjectId':'p','gcpVpcName':'v','gcpVpcSubnetName':'s','endpointConnectionName':'c'}`, CREATING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT",
        "PUT, /1/endpoints/1, `{}`, UPDATING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT",
        "DELETE, /1/endpoints/1, ``, DELETING_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINT",
        "GET, /1/endpoints/1/creationScripts, ``, GET_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINTS",
        "GET, /1/endpoints/1/deletionScripts, ``, GET_AN_ACTIVE_ACTIVE_SUBSCRIPTION_PRIVATE_SERVICE_CONNECT_ENDPOINTS",
      })
  void singleRegionSubscriptionHasNoServiceOfARegion(
      String method, @Nullable String path, @Nullable String body, String error) {
    atGoogle();
    String regional = "/subscriptions/10001/regions/27/private-service-connect" + text(path);

    assertThat(refused(method, regional, json(body)))
        .isEqualTo("400 BAD_REQUEST PSC_" + error + "_IS_NOT_ALLOWED_WITH_A_FLEXIBLE_SUBSCRIPTION");
  }

  @Test
  void serviceIsOnlyForGoogle() {
    atAws();

    assertThat(refused("POST", PSC, ""))
        .isEqualTo("400 BAD_REQUEST PSC_CLOUD_PROVIDER_IS_NOT_SUPPORTED");
    assertThat(refused("DELETE", PSC, "")).isEqualTo("404 NOT_FOUND PSC_SERVICE_NOT_FOUND");
  }

  @Test
  void endpointIsNotDescribedBeforeTheServiceIsActive() {
    atGoogle();
    int service = accepted("POST", PSC, "");

    assertThat(refused("POST", PSC + "/" + service, ENDPOINT))
        .isEqualTo("403 FORBIDDEN PSC_SERVICE_NOT_ACTIVE");
  }

  @Test
  void endpointThatIsOnlyReadOrRenamedGoesNoStepBack() {
    int service = service();
    int id = accepted("POST", PSC + "/" + service, ENDPOINT);
    found(endpoint(service, id) + "/creationScripts");
    Instant asked = endpointRow(id).wantedAt();
    server.pass(Duration.ofSeconds(5));

    found(endpoint(service, id) + "/deletionScripts");
    settle(Kind.PSC_ENDPOINT, id);
    accepted("PUT", endpoint(service, id), "{\"gcpVpcName\":\"other\"}");

    assertThat(endpointRow(id).wantedAt()).isEqualTo(asked);
    assertThat(endpointRow(id).spec().network().vpcName()).isEqualTo("other");
  }

  private Resource<PscEndpointSpec> endpointRow(int id) {
    return server.read(tx -> tx.pscEndpoints().under(10001, 0, 10)).stream()
        .filter(row -> row.id() == id)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void serviceHasFortyEndpointsAtMost() {
    int service = service();
    for (int i = 0; i < 40; i++) {
      accepted("POST", PSC + "/" + service, ENDPOINT.replace("redis", "redis" + i));
    }

    assertThat(refused("POST", PSC + "/" + service, ENDPOINT))
        .isEqualTo("400 BAD_REQUEST PSC_ENDPOINT_NOT_CREATED_OR_DELETED");
  }

  @Test
  void clusterApiAndServiceShutEachOtherOut() {
    int service = service();
    String databases = "/subscriptions/10001/databases";
    String clustered = "{\"name\":\"wide\",\"datasetSizeInGb\":0.1,\"supportOSSClusterApi\":true}";

    assertThat(refused("POST", databases, clustered))
        .isEqualTo("400 BAD_REQUEST DATABASE_OSS_CLUSTER_NOT_SUPPORTED");
    settle(Kind.DATABASE, 10001);
    assertThat(refused("PUT", databases + "/10001", "{\"supportOSSClusterApi\":true}"))
        .isEqualTo("400 BAD_REQUEST DATABASE_OSS_CLUSTER_NOT_SUPPORTED");

    accepted("DELETE", PSC, "");
    server.forget(Kind.PSC_SERVICE, service);
    accepted("POST", databases, clustered);
    assertThat(refused("POST", PSC, ""))
        .isEqualTo("400 BAD_REQUEST DATABASE_OSS_CLUSTER_NOT_SUPPORTED");
  }

  @Test
  void endpointThatIsBeingMadeIsNotAcceptedYet() {
    int service = service();
    int id = accepted("POST", PSC + "/" + service, ENDPOINT);
    found(endpoint(service, id) + "/creationScripts");

    assertThat(refused("PUT", endpoint(service, id), "{\"action\":\"reject\"}"))
        .isEqualTo("403 FORBIDDEN PSC_ENDPOINT_NOT_ACTIVE");
  }

  @Test
  void bodyNeedsAllFourNames() {
    int service = service();

    var reply = owner.send("POST", "/v1" + PSC + "/" + service, "{}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.http().body()).contains("gcpProjectId", "endpointConnectionName");
  }

  private int service() {
    atGoogle();
    return active(Kind.PSC_SERVICE, PSC, "");
  }

  /// An endpoint that waits for an answer.
  private int built(int service) {
    int id = accepted("POST", PSC + "/" + service, ENDPOINT);
    found(endpoint(service, id) + "/creationScripts");
    server.settle(Kind.PSC_ENDPOINT, id, new Status.Pending("pending"));
    return id;
  }

  private String status(int service) {
    return found(PSC + "/" + service).at("/endpoints/0/status").asString();
  }

  private static String endpoint(int service, int id) {
    return PSC + "/" + service + "/endpoints/" + id;
  }
}
