package dev.slipway.api.subscription;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.FamilyTest;
import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// A subscription whose storage is encrypted with a key of the user's own. Cloud account 2 is that
/// of the catalogue.
final class ManagedKeyTest extends FamilyTest {
  private static final String AWS_KEY = "arn:aws:kms:us-east-1:123456789012:key/abc";
  private static final String GCP_KEY = "projects/p/locations/l/keyRings/r/cryptoKeys/k";

  private int subscription;
  private String path = "";

  @BeforeEach
  void make() {
    subscription = accepted("POST", "/subscriptions", body("AWS", 1, "us-east-1", ""));
    path = "/subscriptions/" + subscription;
  }

  private static String body(String provider, int account, String region, String more) {
    return """
    {"paymentMethod":"marketplace","persistentStorageEncryptionType":"customer-managed-key",%s
     "cloudProviders":[{"provider":"%s","cloudAccountId":%d,"regions":[{"region":"%s"}]}],
     "databases":[{"name":"cache","datasetSizeInGb":0.1}]}
    """
        .formatted(more, provider, account, region);
  }

  private static String key(String name, String more) {
    return "{\"customerManagedKeys\":[{\"resourceName\":\"" + name + "\"}]" + more + "}";
  }

  private static String firstKey() {
    return key(AWS_KEY, ",\"deletionGracePeriod\":\"15-minutes\"");
  }

  private String status() {
    return shown(path).get("status").asString();
  }

  @Test
  void subscriptionWaitsForItsKeyAndSaysWhomToLetAtIt() {
    JsonNode shown = shown(path);
    JsonNode access = shown.get("customerManagedKeyAccessDetails");

    assertThat(shown.get("status").asString()).isEqualTo("encryption_key_pending");
    assertThat(shown.get("persistentStorageEncryptionType").asString())
        .isEqualTo("customer-managed-key");
    assertThat(shown.has("deletionGracePeriod")).isFalse();
    assertThat(access.get("redisIamRole").asString()).startsWith("arn:aws:iam::");
    assertThat(access.get("redisServiceAccount").asString()).isNotEmpty();
    assertThat(access.at("/requiredKeyPolicyStatements/Effect").asString()).isEqualTo("Allow");
    assertThat(access.get("deletionGracePeriodOptions")).hasSize(9);
    assertThat(shown.at("/x-slipway/recordedOnly").toString())
        .contains("persistentStorageEncryptionType");
    assertThat(shown.at("/x-slipway/reason").asString()).contains("customerManagedKeys");
  }

  @Test
  void subscriptionWithItsKeyIsPendingThenActive() {
    var task = task("PUT", path, firstKey());
    assertThat(task.get("commandType").asString()).isEqualTo("subscriptionUpdateRequest");
    assertThat(task.get("status").asString()).isEqualTo("processing-completed");
    assertThat(status()).isEqualTo("pending");

    server.settle(Kind.SUBSCRIPTION, subscription, new Status.Active());

    assertThat(status()).isEqualTo("active");
    assertThat(shown(path).get("deletionGracePeriod").asString()).isEqualTo("15-minutes");
  }

  @Test
  void keyIsReplacedAndKeepsItsGracePeriod() {
    accepted("PUT", path, firstKey());
    server.settle(Kind.SUBSCRIPTION, subscription, new Status.Active());

    accepted("PUT", path, key(AWS_KEY + "2", ""));

    assertThat(status()).isEqualTo("pending");
    assertThat(shown(path).get("deletionGracePeriod").asString()).isEqualTo("15-minutes");
  }

  @Test
  void repeatedKeyChangesNothing() {
    accepted("PUT", path, firstKey());
    server.settle(Kind.SUBSCRIPTION, subscription, new Status.Active());

    accepted("PUT", path, firstKey());

    assertThat(status()).isEqualTo("active");
  }

  @Test
  void keyIsNotReplacedWhileItIsBeingPutInForce() {
    accepted("PUT", path, firstKey());

    assertThat(refused("PUT", path, key(AWS_KEY + "2", "")))
        .isEqualTo("400 BAD_REQUEST " + type("SUBSCRIPTION_INVALID_STATUS"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{'customerManagedKeys':[],'deletionGracePeriod':'immediate'}`, INVALID_NUMBER_OF_KEYS",
        "`{'customerManagedKeys':[{'resourceName':'a'},{'resourceName':'b'}]}`, INVALID_NUMBER_OF_KEYS",
        "`{'customerManagedKeys':[{'resourceName':'a','region':'us-east-1'}]}`, REGION_NOT_REQUIRED",
        "`{'customerManagedKeys':[{'resourceName':'a'}],'deletionGracePeriod':'1-hour'}`, INVALID_FORMAT",
        "`{'customerManagedKeys':[{'resourceName':'arn:aws:kms:us-east-1:123456789012:key/a'}]}`, DELETION_GRACE_PERIOD_REQUIRED",
      })
  void keyThatIsRefused(String body, String type) {
    assertThat(refused("PUT", path, body.replace('\'', '"')))
        .isEqualTo("400 BAD_REQUEST " + type(type));
  }

  @Test
  void keyComesAlone() {
    for (String more :
        new String[] {
          "\"name\":\"a\"",
          "\"paymentMethod\":\"marketplace\"",
          "\"paymentMethodId\":1",
          "\"publicEndpointAccess\":true"
        }) {
      assertThat(owner.put("/v1" + path, key(AWS_KEY, "," + more)).status()).isEqualTo(400);
    }
    assertThat(owner.put("/v1" + path, key(AWS_KEY, ",\"deletionGracePeriod\":\"now\"")).status())
        .isEqualTo(400);
  }

  @Test
  void subscriptionWithoutAKeyOfItsOwnIsGivenNone() {
    int plain = database();

    assertThat(refused("PUT", "/subscriptions/" + plain, firstKey()))
        .isEqualTo("400 BAD_REQUEST " + type("NOT_ALLOWED_WITH_CLOUD_PROVIDER_MANAGED_KEY"));
    assertThat(shown("/subscriptions/" + plain).has("customerManagedKeyAccessDetails")).isFalse();
  }

  @Test
  void waitingSubscriptionIsTakenDownAtOnce() {
    int database = shown(path + "/databases").at("/subscription/0/databases/0/databaseId").asInt();
    server.settle(Kind.DATABASE, database, new Status.Active());

    accepted("DELETE", path + "/databases/" + database, "");
    server.forget(Kind.DATABASE, database);
    accepted("DELETE", path, "");

    assertThat(status()).isEqualTo("deleting");
  }

  @Test
  void subscriptionInGcpNamesAServiceAccount() {
    int gcp = accepted("POST", "/subscriptions", body("GCP", 1, "us-central1", ""));
    String there = "/subscriptions/" + gcp;

    JsonNode access = shown(there).get("customerManagedKeyAccessDetails");
    assertThat(access.get("googlePredefinedRoles")).isNotEmpty();
    assertThat(access.get("googleCustomPermissions")).isNotEmpty();
    assertThat(access.has("redisIamRole")).isFalse();

    accepted("PUT", there, key(GCP_KEY, ",\"deletionGracePeriod\":\"alerts-only\""));
    assertThat(shown(there).get("status").asString()).isEqualTo("pending");
  }

  @Test
  void subscriptionInAnAccountOfOnesOwnIsMadeWithItsKey() {
    String keys = "\"persistentStorageEncryptionKeys\":" + firstKey() + ",";

    assertThat(refused("POST", "/subscriptions", body("AWS", 2, "us-east-1", "")))
        .isEqualTo("400 BAD_REQUEST " + type("REQUIRED_FOR_EXTERNAL_CLOUD_ACCOUNT"));
    int own = accepted("POST", "/subscriptions", body("AWS", 2, "us-east-1", keys));
    assertThat(shown("/subscriptions/" + own).get("status").asString()).isEqualTo("pending");
  }

  /// In us-east-1 and us-east-2.
  private int activeActive() {
    return accepted(
        "POST",
        "/subscriptions",
        """
        {"paymentMethod":"marketplace","deploymentType":"active-active",
         "persistentStorageEncryptionType":"customer-managed-key",
         "cloudProviders":[{"regions":[
           {"region":"us-east-1","networking":{"deploymentCIDR":"10.0.1.0/24"}},
           {"region":"us-east-2","networking":{"deploymentCIDR":"10.0.2.0/24"}}]}],
         "databases":[{"name":"cache","datasetSizeInGb":0.1}]}
        """);
  }

  private static String keysIn(String... regions) {
    return Stream.of(regions)
        .map(
            r ->
                "{'resourceName':'arn:aws:kms:%s:123456789012:key/a','region':'%s'}"
                    .formatted(r, r))
        .collect(joining(",", "{'customerManagedKeys':[", "],'deletionGracePeriod':'1-hour'}"))
        .replace('\'', '"');
  }

  @Test
  void activeActiveHasOneKeyForEachRegion() {
    int world = activeActive();
    path = "/subscriptions/" + world;
    assertThat(status()).isEqualTo("encryption_key_pending");

    accepted("PUT", path, keysIn("us-east-1", "us-east-2"));

    assertThat(status()).isEqualTo("pending");
    assertThat(shown(path).get("deletionGracePeriod").asString()).isEqualTo("1-hour");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "us-east-1, MISSING_KEYS",
        "us-east-1 us-east-1, DUPLICATE_REGIONS",
        "us-east-1 us-east-2 eu-west-1, INVALID_REGION",
      })
  void keysOfActiveActiveAreRefused(String regions, String type) {
    int world = activeActive();

    assertThat(refused("PUT", "/subscriptions/" + world, keysIn(regions.split(" "))))
        .isEqualTo("400 BAD_REQUEST " + type(type));
    assertThat(refused("PUT", "/subscriptions/" + world, firstKey()))
        .isEqualTo("400 BAD_REQUEST " + type("REGION_REQUIRED"));
  }

  @Test
  void newRegionComesWithItsKey() {
    int world = activeActive();
    path = "/subscriptions/" + world;
    accepted("PUT", path, keysIn("us-east-1", "us-east-2"));
    server.settle(Kind.SUBSCRIPTION, world, new Status.Active());
    int database = shown(path + "/databases").at("/subscription/0/databases/0/databaseId").asInt();
    server.settle(Kind.DATABASE, database, new Status.Active());

    assertThat(refused("POST", path + "/regions", third("")))
        .endsWith("ACTIVE_ACTIVE_CREATE_A_REGION_CUSTOMER_MANAGED_KEY_RESOURCE_NAME_IS_NOT_SET");
    assertThat(refused("POST", path + "/regions", third("a key"))).endsWith(type("INVALID_FORMAT"));
    accepted("POST", path + "/regions", third(AWS_KEY));

    server.settle(Kind.SUBSCRIPTION, world, new Status.Active());
    assertThat(refused("PUT", path, keysIn("us-east-1", "us-east-2")))
        .endsWith(type("MISSING_KEYS"));
  }

  private static String third(String key) {
    return """
    {"region":"eu-west-1","deploymentCIDR":"10.0.3.0/24",%s
     "databases":[{"name":"cache","localThroughputMeasurement":
       {"region":"eu-west-1","readOperationsPerSecond":500,"writeOperationsPerSecond":500}}]}
    """
        .formatted(key.isEmpty() ? "" : "\"customerManagedKeyResourceName\":\"" + key + "\",");
  }

  @Test
  void subscriptionsThatWaitForTheirKeysAreNoneOfTheThree() {
    for (int more = 0; more < 3; more++) {
      accepted("POST", "/subscriptions", body("AWS", 1, "us-east-1", ""));
    }

    assertThat(status()).isEqualTo("encryption_key_pending");
    for (int more = 0; more < 3; more++) {
      accepted("POST", "/subscriptions", plain());
    }
    assertThat(refused("POST", "/subscriptions", plain()))
        .endsWith("TOO_MANY_PENDING_SUBSCRIPTIONS");
  }

  private static String plain() {
    return body("AWS", 1, "us-east-1", "").replace("customer-managed", "cloud-provider-managed");
  }

  private static String type(String end) {
    return "CUSTOMER_MANAGED_PERSISTENT_STORAGE_ENCRYPTION_KEY_" + end;
  }
}
