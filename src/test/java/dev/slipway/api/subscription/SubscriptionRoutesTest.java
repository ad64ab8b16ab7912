package dev.slipway.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What requests do to subscriptions.
final class SubscriptionRoutesTest extends SubscriptionTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void putOfWhatGetShowsChangesNothing(boolean publicAccess) {
    int id = created(BODY.replace("Access\":true", "Access\":" + publicAccess));
    server.settle(Kind.SUBSCRIPTION, id, new Status.Active());
    var before = shown(id);
    server.pass(Duration.ofMinutes(1));

    var task = owner.put("/v1/subscriptions/" + id, before.toString()).taskId();

    server.process();
    assertThat(owner.get("/v1/tasks/" + task).json().get("status").asString())
        .isEqualTo("processing-completed");
    assertThat(shown(id)).isEqualTo(before);
  }

  @Test
  void changeOfNamePaymentAndPresentValuesIsOneTask() {
    int id = created(BODY);
    settle(id);

    owner.put(
        "/v1/subscriptions/" + id,
        "{\"name\":\"store\",\"paymentMethodId\":8241,\"publicEndpointAccess\":true}");
    server.process();

    assertThat(shown(id).get("name").asString()).isEqualTo("store");
  }

  @Test
  void encryptionMayBeSpelledAsRedisctlDoes() {
    var reply =
        owner.post(
            "/v1/subscriptions",
            BODY.replaceFirst(
                "[{]", "{\"persistentStorageEncryption\":\"cloud-provider-managed-key\","));

    assertThat(reply.status()).isEqualTo(202);
  }

  @Test
  void dryRunAnswersThePriceAndMakesNothing() {
    var task =
        owner
            .post("/v1/subscriptions", BODY.replace("\"dryRun\":false", "\"dryRun\":true"))
            .taskId();
    server.process();

    var json = owner.get("/v1/tasks/" + task).json();

    assertThat(json.at("/response/resource/pricing/0/typeDetails").asString()).isEqualTo("micro");
    assertThat(json.at("/response/resourceId").isMissingNode()).isTrue();
    assertThat(owner.get("/v1/subscriptions").json().get("subscriptions").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"redisVersion\":\"7.2\",\"databases\":[{\"name\":\"a\",\"datasetSizeInGb\":1,\"redisVersion\":\"7.4\"}]',"
        + " SUBSCRIPTION_REDIS_VERSION_CONFLICT",
    "'\"databases\":[]', SUBSCRIPTION_MUST_HAVE_AT_LEAST_ONE_DATABASE",
    "'\"databases\":[{\"name\":\"a\"}]', DATABASE_SIZE_LIMIT_NOT_DEFINED",
    "'\"databases\":[{\"name\":\"a\",\"datasetSizeInGb\":1,\"memoryLimitInGb\":2}]',"
        + " DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS",
    "'\"cloudProviders\":[{\"regions\":[{\"region\":\"us-east-1\"}]},{\"regions\":[{\"region\":\"us-east-1\"}]}]',"
        + " MULTIPLE_CLOUD_PROVIDERS_NOT_SUPPORTED",
    "'\"persistentStorageEncryptionKeys\":{\"customerManagedKeys\":[{\"resourceName\":\"k\"}]}',"
        + " CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_CLOUD_PROVIDER_MANAGED_KEY",
    "'\"persistentStorageEncryptionType\":\"customer-managed-key\","
        + "\"persistentStorageEncryptionKeys\":{\"customerManagedKeys\":[{\"resourceName\":\"k\"}]}',"
        + " CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT",
    "'\"paymentMethodId\":9', SUBSCRIPTION_PI_NOT_FOUND",
    "'\"cloudProviders\":[{\"regions\":[{\"region\":\"atlantis\"}]}]',"
        + " SUBSCRIPTION_INVALID_REGION_NAME",
    "'\"cloudProviders\":[{\"regions\":[{\"region\":\"us-east-1\",\"networking\":"
        + "{\"deploymentCIDR\":\"10.0.0.0/16\"}}]}]', SUBSCRIPTION_INVALID_CIDR",
    "'\"cloudProviders\":[{\"regions\":[{\"region\":\"us-east-1\"},{\"region\":\"us-east-2\"}]}]',"
        + " SINGLE_REGION_SUBSCRIPTION_MUST_DEFINE_ONLY_ONE_REGION",
  })
  void whatAnAccountMayNotHaveIsRefusedByTheTask(String field, String type) {
    String body =
        "{\"cloudProviders\":[{\"regions\":[{\"region\":\"us-east-1\"}]}],"
            + "\"databases\":[{\"name\":\"a\",\"datasetSizeInGb\":1}],\"paymentMethodId\":8241}";
    var json = (ObjectNode) parsed(body);
    json.setAll((ObjectNode) parsed("{" + field + "}"));
    var reply = owner.post("/v1/subscriptions", json.toString());

    server.process();

    var error = owner.get("/v1/tasks/" + reply.taskId()).json().at("/response/error");
    assertThat(error.get("type").asString()).isEqualTo(type);
  }

  private static JsonNode parsed(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
