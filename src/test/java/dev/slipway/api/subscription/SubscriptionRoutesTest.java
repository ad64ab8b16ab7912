package dev.slipway.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Client;
import dev.slipway.model.Kind;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Status;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class SubscriptionRoutesTest {
  /// What the Terraform provider sends: one cloud, one region, a plan of one database.
  private static final String BODY =
      """
      {"name":"shop","dryRun":false,"paymentMethod":"credit-card","paymentMethodId":8241,
       "memoryStorage":"ram","publicEndpointAccess":true,
       "cloudProviders":[{"provider":"AWS","cloudAccountId":1,
         "regions":[{"region":"eu-west-1","networking":{"deploymentCIDR":"10.0.0.0/24"}}]}],
       "databases":[{"name":"creation-plan-db-1","protocol":"redis","datasetSizeInGb":1,
         "supportOSSClusterApi":false,"dataPersistence":"none","replication":true,"quantity":2,
         "throughputMeasurement":{"by":"operations-per-second","value":1000}}]}
      """;

  @TempDir Path folder;
  private ApiServer server;
  private Client owner;

  @BeforeEach
  void start() {
    server = ApiServer.start(folder);
    owner = server.owner(1);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private int created(String body) {
    var task = owner.post("/v1/subscriptions", body).taskId();
    server.process();
    return owner.get("/v1/tasks/" + task).json().at("/response/resourceId").asInt();
  }

  private JsonNode shown(int id) {
    return owner.get("/v1/subscriptions/" + id).json();
  }

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
  void createdSubscriptionIsShownAsItWasAskedFor() {
    int id = created(BODY);

    var json = shown(id);

    assertThat(json.get("id").asInt()).isEqualTo(id);
    assertThat(json.get("name").asString()).isEqualTo("shop");
    assertThat(json.get("status").asString()).isEqualTo("pending");
    assertThat(json.get("deploymentType").asString()).isEqualTo("single-region");
    assertThat(json.get("paymentMethodType").asString()).isEqualTo("credit-card");
    assertThat(json.get("paymentMethodId").asInt()).isEqualTo(8241);
    assertThat(json.get("memoryStorage").asString()).isEqualTo("ram");
    assertThat(json.get("persistentStorageEncryptionType").asString())
        .isEqualTo("cloud-provider-managed-key");
    assertThat(json.get("publicEndpointAccess").asBoolean()).isTrue();
    assertThat(json.get("numberOfDatabases").asInt()).isEqualTo(2);
    assertThat(json.at("/subscriptionPricing/0/typeDetails").asString()).isEqualTo("micro");
    assertThat(json.at("/x-slipway/capacityInGb").asDouble()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void regionIsShownInTheFormThatClientsRead() {
    var cloud = shown(created(BODY)).at("/cloudDetails/0");

    assertThat(cloud.get("provider").asString()).isEqualTo("AWS");
    assertThat(cloud.get("cloudAccountId").asInt()).isEqualTo(1);
    assertThat(cloud.get("totalSizeInGb").asDouble()).isEqualTo(4);
    assertThat(cloud.at("/regions/0/region").asString()).isEqualTo("eu-west-1");
    assertThat(cloud.at("/regions/0/networking/0").toString())
        .isEqualTo("{\"deploymentCIDR\":\"10.0.0.0/24\"}");
    assertThat(cloud.at("/regions/0/preferredAvailabilityZones").toString())
        .isEqualTo("[\"eu-west-1a\"]");
    assertThat(cloud.at("/regions/0/multipleAvailabilityZones").asBoolean()).isFalse();
  }

  @Test
  void smallestBodyGetsTheDefaults() {
    int id =
        created(
            """
            {"paymentMethodId":8241,"cloudProviders":[{"regions":[{"region":"us-east-1"}]}],
             "databases":[{"name":"cache","datasetSizeInGb":1}]}
            """);

    var json = shown(id);

    assertThat(json.get("name").asString()).isNotEmpty();
    assertThat(json.at("/cloudDetails/0/regions/0/networking/0/deploymentCIDR").asString())
        .isEqualTo("192.168.0.0/24");
  }

  @Test
  void settledStatusesAreShownInTheWordsOfTheApi() {
    int id = created(BODY);
    server.settle(
        Kind.SUBSCRIPTION,
        id,
        new Status.Failed(new Problem(ProblemType.PROVISION_FAILURE, "no port is left")));

    var json = shown(id);

    assertThat(json.get("status").asString()).isEqualTo("error");
    assertThat(json.at("/x-slipway/problem/description").asString()).isEqualTo("no port is left");
  }

  @Test
  void listShowsEverySubscriptionOfTheAccount() {
    int first = created(BODY);
    int second = created(BODY);

    var json = owner.get("/v1/subscriptions").json();

    assertThat(json.get("accountId").asInt()).isEqualTo(1);
    assertThat(json.get("subscriptions").valueStream().map(row -> row.get("id").asInt()))
        .containsExactly(first, second);
    assertThat(json.at("/subscriptions/0/numberOfDatabases").asInt()).isEqualTo(2);
  }

  @Test
  void emptyAccountHasAnEmptyList() {
    assertThat(owner.get("/v1/subscriptions").json().get("subscriptions").isEmpty()).isTrue();
  }

  @Test
  void anotherAccountsSubscriptionIsNotThere() {
    int id = created(BODY);

    var reply = server.owner(2).get("/v1/subscriptions/" + id);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().get("message").asString()).startsWith("SUBSCRIPTION_NOT_FOUND");
  }

  @Test
  void changeOfNamePaymentAndPresentValuesIsOneTask() {
    int id = created(BODY);
    server.settle(Kind.SUBSCRIPTION, id, new Status.Active());

    owner.put(
        "/v1/subscriptions/" + id,
        "{\"name\":\"store\",\"paymentMethodId\":8241,\"publicEndpointAccess\":true}");
    server.process();

    assertThat(shown(id).get("name").asString()).isEqualTo("store");
  }

  @Test
  void pricingIsTheStandingBill() {
    int id = created(BODY);

    var line = owner.get("/v1/subscriptions/" + id + "/pricing").json().at("/pricing/0");

    assertThat(line.get("type").asString()).isEqualTo("Shards");
    assertThat(line.get("typeDetails").asString()).isEqualTo("micro");
    assertThat(line.get("quantity").asInt()).isEqualTo(2);
    assertThat(line.get("quantityMeasurement").asString()).isEqualTo("shards");
    assertThat(line.get("priceCurrency").asString()).isEqualTo("USD");
    assertThat(line.get("pricePeriod").asString()).isEqualTo("hour");
  }

  @Test
  void maintenanceIsAutomaticInTheTimeOfTheRegion() {
    int id = created(BODY);

    var json = owner.get("/v1/subscriptions/" + id + "/maintenance-windows").json();

    assertThat(json.get("mode").asString()).isEqualTo("automatic");
    assertThat(json.get("timeZone").asString()).isEqualTo("Europe/Dublin");
    assertThat(json.get("windows").isEmpty()).isTrue();
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
    "'\"deploymentType\":\"active-active\"', ACTIVE_ACTIVE_SUBSCRIPTION_IS_NOT_SUPPORTED",
    "'\"redisVersion\":\"7.2\",\"databases\":[{\"name\":\"a\",\"datasetSizeInGb\":1,\"redisVersion\":\"7.4\"}]',"
        + " SUBSCRIPTION_REDIS_VERSION_CONFLICT",
    "'\"databases\":[]', SUBSCRIPTION_MUST_HAVE_AT_LEAST_ONE_DATABASE",
    "'\"databases\":[{\"name\":\"a\"}]', DATABASE_SIZE_LIMIT_NOT_DEFINED",
    "'\"databases\":[{\"name\":\"a\",\"datasetSizeInGb\":1,\"memoryLimitInGb\":2}]',"
        + " DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS",
    "'\"cloudProviders\":[{\"regions\":[{\"region\":\"us-east-1\"}]},{\"regions\":[{\"region\":\"us-east-1\"}]}]',"
        + " MULTIPLE_CLOUD_PROVIDERS_NOT_SUPPORTED",
    "'\"persistentStorageEncryptionKeys\":{\"customerManagedKeys\":[{\"resourceName\":\"k\"}]}',"
        + " CMK_NOT_ALLOWED_WITH_CLOUD_PROVIDER_MANAGED_KEY",
    "'\"persistentStorageEncryptionType\":\"customer-managed-key\","
        + "\"persistentStorageEncryptionKeys\":{\"customerManagedKeys\":[{\"resourceName\":\"k\"}]}',"
        + " CMK_NOT_ALLOWED_WITH_INTERNAL_CLOUD_ACCOUNT",
    "'\"paymentMethodId\":9', SUBSCRIPTION_PI_NOT_FOUND",
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
