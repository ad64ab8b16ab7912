package dev.slipway.api.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Kind;
import dev.slipway.model.Limits;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.PscEndpointSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class PscRoutesTest extends PscTest {
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

    assertThat(found(PSC).get("status").asString()).isEqualTo("delete-queued");
    server.pass(Limits.standard().counterpart());
    assertThat(found(PSC).get("status").asString()).isEqualTo("delete-pending");
    server.pass(Limits.standard().counterpart());
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
}
