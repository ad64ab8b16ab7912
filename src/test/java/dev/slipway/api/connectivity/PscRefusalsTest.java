package dev.slipway.api.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Private Service Connect does not do.
final class PscRefusalsTest extends PscTest {
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
}
