package dev.slipway.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ActiveActiveTest;
import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class CrdbRoutesTest extends ActiveActiveTest {
  @Test
  void databaseIsShownWithItsRegions() {
    int world = world();

    JsonNode shown = shown(path(world));

    assertThat(shown.get("activeActiveRedis").asBoolean()).isTrue();
    assertThat(shown.get("replication").asBoolean()).isTrue();
    assertThat(shown.get("status").asString()).isEqualTo("active");
    assertThat(shown.get("globalDataPersistence").asString()).isEqualTo("none");
    assertThat(shown.get("globalSourceIp")).hasSize(1);
    assertThat(shown.get("globalEnableDefaultUser").asBoolean()).isTrue();
    assertThat(shown.get("globalAlerts")).isEmpty();
    assertThat(shown.get("modules")).isEmpty();
    assertThat(shown.has("publicEndpoint")).isFalse();
    assertThat(shown.get("crdbDatabases").findValuesAsString("region"))
        .containsExactly("us-east-1", "us-east-2");
  }

  @Test
  void regionShowsWhatHoldsThere() {
    int world = world();

    JsonNode region = shown(path(world)).at("/crdbDatabases/0");

    assertThat(region.get("provider").asString()).isEqualTo("AWS");
    assertThat(region.get("datasetSizeInGb").asDouble()).isEqualTo(0.5);
    assertThat(region.get("memoryLimitInGb").asDouble()).isEqualTo(2);
    assertThat(region.get("readOperationsPerSecond").asInt()).isEqualTo(1_000);
    assertThat(region.get("dataPersistence").asString()).isEqualTo("none");
    assertThat(region.get("respVersion").asString()).isEqualTo("resp3");
    assertThat(region.get("redisVersionCompliance").asString()).isEqualTo("7.4");
    assertThat(region.at("/security/enableTls").asBoolean()).isFalse();
    assertThat(region.at("/backup/enableRemoteBackup").asBoolean()).isFalse();
  }

  @Test
  void allRegionsLeadToOneRedisAndSaySo() {
    int world = world();

    JsonNode shown = shown(path(world));

    assertThat(shown.get("crdbDatabases").findValuesAsString("publicEndpoint").stream().distinct())
        .hasSize(1);
    assertThat(shown.at("/x-slipway/regions").asString()).contains("One Redis");
    assertThat(words(shown.at("/x-slipway/recordedOnly")))
        .contains("regions.localThroughputMeasurement")
        .doesNotContain("regions.password");
  }

  @Test
  void listShowsNoPasswords() {
    int world = world();
    change(world, "{\"regions\":[{\"region\":\"us-east-1\",\"password\":\"local-secret\"}]}");

    JsonNode listed = databases(world).get("databases");

    assertThat(listed.at("/0/activeActiveRedis").asBoolean()).isTrue();
    assertThat(listed.at("/0/crdbDatabases")).hasSize(2);
    assertThat(listed.findValues("globalPassword")).isEmpty();
    assertThat(listed.findValues("password")).isEmpty();
    assertThat(shown(path(world)).get("globalPassword").asString()).hasSize(32);
  }

  @Test
  void databaseIsMadeAloneAsTerraformDoes() {
    int world = world();

    int id =
        active(
            Kind.DATABASE,
            "/subscriptions/" + world + "/databases",
            """
            {"dryRun":false,"name":"second","memoryLimitInGb":1,"supportOSSClusterApi":false,
             "useExternalEndpointForOSSClusterApi":false,"dataEvictionPolicy":"noeviction",
             "respVersion":"resp2","dataPersistence":"aof-every-1-second","sourceIp":["10.0.0.0/8"],
             "password":"global-secret","alerts":[{"name":"dataset-size","value":70}],"modules":[],
             "localThroughputMeasurement":[
               {"region":"us-east-2","writeOperationsPerSecond":500,"readOperationsPerSecond":1500},
               {"region":"us-east-1"}],"autoMinorVersionUpgrade":true}
            """);

    JsonNode shown = shown("/subscriptions/" + world + "/databases/" + id);
    assertThat(shown.get("globalPassword").asString()).isEqualTo("global-secret");
    assertThat(shown.at("/globalSourceIp/0").asString()).isEqualTo("10.0.0.0/8");
    assertThat(shown.at("/crdbDatabases/1/writeOperationsPerSecond").asInt()).isEqualTo(500);
    assertThat(shown.at("/crdbDatabases/1/readOperationsPerSecond").asInt()).isEqualTo(1_500);
    assertThat(shown.at("/crdbDatabases/0/readOperationsPerSecond").asInt()).isEqualTo(1_000);
    assertThat(shown.at("/crdbDatabases/0/datasetSizeInGb").asDouble()).isEqualTo(0.25);
    assertThat(shown.at("/crdbDatabases/0/respVersion").asString()).isEqualTo("resp2");
    assertThat(shown.at("/crdbDatabases/0/alerts/0/value").asInt()).isEqualTo(70);
    assertThat(words(shown.at("/x-slipway/recordedOnly")))
        .contains("globalSourceIp")
        .doesNotContain("globalAlerts");
  }

  @Test
  void triedDatabaseIsPricedByRegion() {
    int world = world();

    JsonNode task =
        task(
            "POST",
            "/subscriptions/" + world + "/databases",
            "{\"dryRun\":true,\"name\":\"second\",\"datasetSizeInGb\":1}");

    assertThat(task.at("/response/resource/pricing").findValuesAsString("region"))
        .containsExactly("us-east-1", "us-east-2");
    assertThat(databases(world).get("numberOfDatabases").asInt()).isEqualTo(1);
  }

  @Test
  void globalChangeReachesRegionsThatHaveNoValueOfTheirOwn() {
    int world = world();
    change(
        world,
        """
        {"regions":[{"region":"us-east-1","dataPersistence":"aof-every-write",
         "password":"local-secret","sourceIp":["10.1.0.0/16"],"enableDefaultUser":true,
         "alerts":[{"name":"latency","value":5}]}]}
        """);

    change(
        world,
        """
        {"globalDataPersistence":"snapshot-every-1-hour","globalPassword":"global-secret",
         "globalSourceIp":["10.0.0.0/8"],"globalAlerts":[{"name":"dataset-size","value":70}]}
        """);
    change(world, "{\"globalEnableDefaultUser\":false}");

    JsonNode shown = shown(path(world));
    assertThat(shown.get("globalEnableDefaultUser").asBoolean()).isFalse();
    JsonNode own = shown.at("/crdbDatabases/0");
    assertThat(own.get("dataPersistence").asString()).isEqualTo("aof-every-write");
    assertThat(own.at("/security/password").asString()).isEqualTo("local-secret");
    assertThat(own.at("/security/sourceIps/0").asString()).isEqualTo("10.1.0.0/16");
    assertThat(own.at("/security/enableDefaultUser").asBoolean()).isTrue();
    assertThat(own.at("/alerts/0/name").asString()).isEqualTo("latency");
    JsonNode following = shown.at("/crdbDatabases/1");
    assertThat(following.get("dataPersistence").asString()).isEqualTo("snapshot-every-1-hour");
    assertThat(following.at("/security/password").asString()).isEqualTo("global-secret");
    assertThat(following.at("/security/sourceIps/0").asString()).isEqualTo("10.0.0.0/8");
    assertThat(following.at("/security/enableDefaultUser").asBoolean()).isFalse();
    assertThat(following.at("/alerts/0/name").asString()).isEqualTo("dataset-size");
    assertThat(words(shown.at("/x-slipway/recordedOnly")))
        .contains(
            "regions.dataPersistence",
            "regions.password",
            "regions.sourceIp",
            "regions.enableDefaultUser",
            "regions.alerts");
  }

  @Test
  void regionThatIsNotMentionedStaysAsItIs() {
    int world = world();
    change(world, "{\"regions\":[{\"region\":\"us-east-1\",\"respVersion\":\"resp2\"}]}");

    change(
        world,
        """
        {"regions":[{"region":"us-east-2","localThroughputMeasurement":
         {"region":"us-east-2","readOperationsPerSecond":2000}}]}
        """);

    JsonNode shown = shown(path(world));
    assertThat(shown.at("/crdbDatabases/0/respVersion").asString()).isEqualTo("resp2");
    assertThat(shown.at("/crdbDatabases/0/readOperationsPerSecond").asInt()).isEqualTo(1_000);
    assertThat(shown.at("/crdbDatabases/1/readOperationsPerSecond").asInt()).isEqualTo(2_000);
    assertThat(shown.at("/crdbDatabases/1/writeOperationsPerSecond").asInt()).isEqualTo(1_000);
    assertThat(words(shown.at("/x-slipway/recordedOnly"))).contains("regions.respVersion");
  }

  @Test
  void emptyValueGivesUpWhatARegionHadOfItsOwn() {
    int world = world();
    change(
        world,
        """
        {"globalPassword":"global-secret","regions":[{"region":"us-east-1",
         "password":"local-secret","sourceIp":["10.1.0.0/16"],
         "alerts":[{"name":"latency","value":5}]}]}
        """);

    change(
        world,
        "{\"regions\":[{\"region\":\"us-east-1\",\"password\":\"\",\"sourceIp\":[],\"alerts\":[]}]}");

    JsonNode region = shown(path(world)).at("/crdbDatabases/0");
    assertThat(region.at("/security/password").asString()).isEqualTo("global-secret");
    assertThat(region.at("/security/sourceIps/0").asString()).isEqualTo("0.0.0.0/0");
    assertThat(region.get("alerts")).isEmpty();
  }

  @Test
  void eachRegionHasItsOwnBackup() {
    int world = world();
    change(
        world,
        """
        {"regions":[{"region":"us-east-1","remoteBackup":{"active":true,
         "interval":"every-24-hours","timeUTC":"16:00","storageType":"aws-s3",
         "storagePath":"s3://bucket/one"}}]}
        """);
    change(
        world,
        """
        {"regions":[{"region":"us-east-1","remoteBackup":{
         "interval":"every-12-hours","storageType":"aws-s3","storagePath":"s3://bucket/two"}},
         {"region":"us-east-2","remoteBackup":{"interval":"every-12-hours"}}]}
        """);

    JsonNode shown = shown(path(world));

    assertThat(shown.at("/crdbDatabases/0/backup/enableRemoteBackup").asBoolean()).isTrue();
    assertThat(shown.at("/crdbDatabases/0/backup/destination").asString())
        .isEqualTo("s3://bucket/two");
    assertThat(shown.at("/crdbDatabases/1/backup/enableRemoteBackup").asBoolean()).isFalse();
    assertThat(words(shown.at("/x-slipway/recordedOnly"))).doesNotContain("regions.remoteBackup");
  }

  @Test
  void whatAGetShowsIsTakenBackAndChangesNothing() {
    int world = world();
    String shown = shown(path(world)).toString();

    accepted("PUT", path(world) + "/regions", shown);

    assertThat(shown(path(world)).get("status").asString()).isEqualTo("active");
  }

  @Test
  void databaseIsNamedSizedAndEncryptedAsAWhole() {
    int world = world();

    change(
        world,
        """
        {"name":"renamed","datasetSizeInGb":1,"enableTls":true,"dataEvictionPolicy":"noeviction",
         "supportOSSClusterApi":true,"useExternalEndpointForOSSClusterApi":true}
        """);

    JsonNode shown = shown(path(world));
    assertThat(shown.get("name").asString()).isEqualTo("renamed");
    assertThat(shown.get("dataEvictionPolicy").asString()).isEqualTo("noeviction");
    for (JsonNode region : shown.get("crdbDatabases")) {
      assertThat(region.get("memoryLimitInGb").asDouble()).isEqualTo(4);
      assertThat(region.at("/security/enableTls").asBoolean()).isTrue();
      assertThat(region.has("privateEndpoint")).isFalse();
    }
  }

  @Test
  void triedChangeIsPricedAndChangesNothing() {
    int world = world();

    JsonNode task =
        task("PUT", path(world) + "/regions", "{\"dryRun\":true,\"datasetSizeInGb\":30}");

    assertThat(task.at("/response/resource/pricing")).hasSize(2);
    assertThat(shown(path(world)).at("/crdbDatabases/0/datasetSizeInGb").asDouble()).isEqualTo(0.5);
  }

  @Test
  void endpointsOfAPrivateSubscriptionAreNotPublic() {
    int world = world();

    accepted("PUT", "/subscriptions/" + world, "{\"publicEndpointAccess\":false}");

    assertThat(shown(path(world)).at("/crdbDatabases/0").has("publicEndpoint")).isFalse();
  }

  @Test
  void subscriptionStaysPublicWhileARegionAdmitsPublicSources() {
    int world = world();
    change(world, "{\"regions\":[{\"region\":\"us-east-1\",\"sourceIp\":[\"9.0.0.0/8\"]}]}");

    assertThat(refused("PUT", "/subscriptions/" + world, "{\"publicEndpointAccess\":false}"))
        .endsWith("CLIENT_PUBLIC_ACCESS_INVALID_SOURCE_IPS");
  }

  @Test
  void flushIsAChangeThatEnds() {
    int world = world();

    int id = accepted("PUT", path(world) + "/flush", "");

    assertThat(id).isEqualTo(world);
    assertThat(shown(path(world)).get("status").asString()).isEqualTo("active-change-pending");
    assertThat(refused("PUT", path(world) + "/flush", "{}")).endsWith("DATABASE_NOT_ACTIVE");
  }

  @Test
  void databaseInOneRegionIsFlushedToo() {
    int single = database();

    accepted("PUT", path(single) + "/flush", "{}");

    assertThat(shown(path(single)).get("status").asString()).isEqualTo("active-change-pending");
  }

  @Test
  void flushWaitsForItsSubscription() {
    int world = world();
    server.settle(Kind.SUBSCRIPTION, world, new Status.Changing("something"));

    assertThat(refused("PUT", path(world) + "/flush", "")).endsWith("SUBSCRIPTION_NOT_ACTIVE");
  }

  @Test
  void backupsAreToldOfByRegion() {
    int world = world();

    accepted("GET", path(world) + "/backup?regionName=us-east-2", "");

    assertThat(refused("GET", path(world) + "/backup", ""))
        .endsWith("ACTIVE_ACTIVE_BACKUP_STATUS_MISSING_REGION_NAME");
    assertThat(refused("GET", path(world) + "/backup?regionName=eu-west-1", ""))
        .endsWith("ACTIVE_ACTIVE_INVALID_BACKUP_STATUS_REGION_NAME");
    int single = accepted("GET", path(otherDatabase()) + "/backup", "");
    assertThat(refused("GET", path(single) + "/backup?regionName=us-east-1", ""))
        .endsWith("BACKUP_STATUS_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION");
  }

  private int otherDatabase() {
    return database();
  }

  @Test
  void slowLogIsAskedForByRegion() {
    int world = world();

    assertThat(owner.get("/v1" + path(world) + "/slow-log").status()).isEqualTo(400);
    assertThat(owner.get("/v1" + path(world) + "/slow-log?regionName=x").status()).isEqualTo(400);
    assertThat(owner.get("/v1" + path(world) + "/slow-log?regionName=us-east-1").status())
        .isNotEqualTo(400);
  }

  @Test
  void versionStays() {
    int world = world();

    assertThat(shown(path(world) + "/available-target-versions").get("targets")).isEmpty();
    assertThat(refused("POST", path(world) + "/upgrade", "{\"targetRedisVersion\":\"8.2\"}"))
        .endsWith("ACTIVE_ACTIVE_DATABASE_UPGRADE_IS_NOT_SUPPORTED");
  }

  @Test
  void siblingOfTheOtherDeploymentRefuses() {
    int world = world();

    assertThat(refused("PUT", path(world), "{\"name\":\"renamed\"}"))
        .isEqualTo(
            "400 BAD_REQUEST"
                + " UPDATING_SINGLE_REGION_DATABASE_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION");
    int single = otherDatabase();
    assertThat(refused("PUT", path(single) + "/regions", "{\"name\":\"renamed\"}"))
        .isEqualTo(
            "400 BAD_REQUEST"
                + " UPDATING_LOCAL_PROPERTIES_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION");
  }

  @Test
  void roleIsForSomeRegionsOfADatabase() {
    int world = world();

    accepted("POST", "/acl/roles", role("near", world, "\"us-east-1\""));

    assertThat(shown("/acl/roles").at("/roles/0/redisRules/0/databases/0/regions/0").asString())
        .isEqualTo("us-east-1");
    assertThat(refused("POST", "/acl/roles", role("far", world, "\"eu-west-1\"")))
        .endsWith("ACL_ROLE_REDIS_RULES_DATABASES_REGION_IS_NOT_BELONGS_TO_DATABASE");
    assertThat(refused("POST", "/acl/roles", role("far", world, "\"us-east-1\",\"us-east-1\"")))
        .endsWith("ACL_ROLE_REDIS_RULES_DATABASES_REGION_NOT_UNIQUE");
  }

  private static String role(String name, int world, String regions) {
    return """
    {"name":"%s","redisRules":[{"ruleName":"Read-Only","databases":[
     {"subscriptionId":%d,"databaseId":%d,"regions":[%s]}]}]}
    """
        .formatted(name, world, world, regions);
  }

  @Test
  void databaseIsTakenDown() {
    int world = world();

    accepted("DELETE", path(world), "");

    assertThat(shown(path(world)).get("status").asString()).isEqualTo("deleting");
  }

  private void change(int world, String body) {
    accepted("PUT", path(world) + "/regions", body);
    settle(world);
  }

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static String path(int id) {
    return "/subscriptions/" + id + "/databases/" + id;
  }
}
