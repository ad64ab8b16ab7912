package dev.slipway.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Client;
import dev.slipway.model.Kind;
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

final class DatabaseRoutesTest {
  @TempDir Path folder;
  private ApiServer server;
  private Client owner;
  private int subscription;
  private int planned;

  @BeforeEach
  void start() {
    server = ApiServer.start(folder);
    owner = server.owner(1);
    subscription = subscribed(true);
    planned = owner.get(databases()).json().at("/subscription/0/databases/0/databaseId").asInt();
    server.settle(Kind.DATABASE, planned, new Status.Active());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private int subscribed(boolean publicAccess) {
    int id =
        resource(
            owner.post(
                "/v1/subscriptions",
                """
                {"paymentMethodId":8241,"publicEndpointAccess":%s,
                 "cloudProviders":[{"regions":[{"region":"us-east-1"}]}],
                 "databases":[{"name":"planned","datasetSizeInGb":1}]}
                """
                    .formatted(publicAccess)));
    server.settle(Kind.SUBSCRIPTION, id, new Status.Active());
    return id;
  }

  private String databases() {
    return "/v1/subscriptions/" + subscription + "/databases";
  }

  private int created(String body) {
    int id = resource(owner.post(databases(), body));
    server.settle(Kind.SUBSCRIPTION, subscription, new Status.Active());
    return id;
  }

  private int resource(Client.Reply accepted) {
    return task(accepted).at("/response/resourceId").asInt();
  }

  private JsonNode task(Client.Reply accepted) {
    server.process();
    return owner.get("/v1/tasks/" + accepted.taskId()).json();
  }

  private JsonNode shown(int id) {
    return owner.get(databases() + "/" + id).json();
  }

  @Test
  void smallestBodyGetsTheDefaults() {
    var json = shown(created("{\"name\":\"cache\",\"datasetSizeInGb\":0.5}"));

    assertThat(json.get("protocol").asString()).isEqualTo("redis");
    assertThat(json.get("provider").asString()).isEqualTo("AWS");
    assertThat(json.get("region").asString()).isEqualTo("us-east-1");
    assertThat(json.get("status").asString()).isEqualTo("pending");
    assertThat(json.get("redisVersion").asString()).isEqualTo("7.4");
    assertThat(json.get("respVersion").asString()).isEqualTo("resp3");
    assertThat(json.get("datasetSizeInGb").asDouble()).isEqualTo(0.5);
    assertThat(json.get("memoryLimitInGb").asDouble()).isEqualTo(1);
    assertThat(json.get("dataPersistence").asString()).isEqualTo("none");
    assertThat(json.get("dataEvictionPolicy").asString()).isEqualTo("volatile-lru");
    assertThat(json.get("replication").asBoolean()).isTrue();
    assertThat(json.get("autoMinorVersionUpgrade").asBoolean()).isTrue();
    assertThat(json.get("throughputMeasurement").toString())
        .isEqualTo("{\"by\":\"operations-per-second\",\"value\":1000}");
    assertThat(json.at("/clustering/hashingPolicy").asString()).isEqualTo("standard");
    assertThat(json.at("/clustering/regexRules/1/ordinal").asInt()).isEqualTo(1);
    assertThat(json.at("/security/enableDefaultUser").asBoolean()).isTrue();
    assertThat(json.at("/security/enableTls").asBoolean()).isFalse();
    assertThat(json.at("/security/sourceIps").toString()).isEqualTo("[\"0.0.0.0/0\"]");
    assertThat(json.at("/security/password").asString()).matches("[A-Za-z0-9]{32}");
    assertThat(json.get("modules").isEmpty()).isTrue();
    assertThat(json.get("alerts").isEmpty()).isTrue();
    assertThat(json.at("/backup/enableRemoteBackup").asBoolean()).isFalse();
    assertThat(json.has("replicaOf")).isFalse();
    assertThat(json.has("queryPerformanceFactor")).isFalse();
    assertThat(json.at("/x-slipway/recordedOnly").toString()).isEqualTo("[\"replication\"]");
  }

  @Test
  void everythingThatWasAskedForIsEchoed() {
    var json =
        shown(
            created(
                """
                {"name":"all","memoryLimitInGb":4,"replication":false,"port":12345,
                 "redisVersion":"7.2","respVersion":"resp2","autoMinorVersionUpgrade":false,
                 "dataPersistence":"aof-every-1-second","dataEvictionPolicy":"allkeys-lfu",
                 "throughputMeasurement":{"by":"operations-per-second","value":30000},
                 "replicaOf":["redis://user:pass@there:6379"],"sourceIp":["10.1.0.0/16"],
                 "password":"open sesame","alerts":[{"name":"dataset-size","value":80}],
                 "modules":[{"name":"RediSearch","parameters":{"number-of-documents":5}}],
                 "queryPerformanceFactor":"4x",
                 "remoteBackup":{"active":true,"interval":"every-24-hours","timeUTC":"16:00",
                   "storageType":"ftp","storagePath":"ftp://u:p@host/path"}}
                """));

    assertThat(json.get("memoryLimitInGb").asDouble()).isEqualTo(4);
    assertThat(json.get("redisVersion").asString()).isEqualTo("7.2");
    assertThat(json.get("respVersion").asString()).isEqualTo("resp2");
    assertThat(json.get("autoMinorVersionUpgrade").asBoolean()).isFalse();
    assertThat(json.get("dataPersistence").asString()).isEqualTo("aof-every-1-second");
    assertThat(json.get("dataEvictionPolicy").asString()).isEqualTo("allkeys-lfu");
    assertThat(json.at("/clustering/numberOfShards").asInt()).isEqualTo(2);
    assertThat(json.get("replicaOf").toString())
        .isEqualTo("{\"endpoints\":[\"redis://user:pass@there:6379\"]}");
    assertThat(json.at("/security/sourceIps").toString()).isEqualTo("[\"10.1.0.0/16\"]");
    assertThat(json.at("/security/password").asString()).isEqualTo("open sesame");
    assertThat(json.get("alerts").toString())
        .isEqualTo("[{\"name\":\"dataset-size\",\"value\":80}]");
    assertThat(json.at("/modules/0/capabilityName").asString()).isEqualTo("Search and query");
    assertThat(json.at("/modules/0/parameters/number-of-documents").asString()).isEqualTo("5");
    assertThat(json.get("queryPerformanceFactor").asString()).isEqualTo("4x");
    assertThat(json.get("backup").toString())
        .isEqualTo(
            "{\"enableRemoteBackup\":true,\"interval\":\"every-24-hours\",\"timeUTC\":\"16:00\","
                + "\"destination\":\"ftp://u:p@host/path\"}");
    assertThat(json.at("/x-slipway/recordedOnly").valueStream().map(JsonNode::asString))
        .containsExactly(
            "sourceIp",
            "respVersion",
            "modules",
            "queryPerformanceFactor",
            "throughputMeasurement",
            "remoteBackup",
            "replica",
            "alerts");
  }

  @Test
  void endpointsAppearOnceTheDatabaseWasActive() {
    int id = created("{\"name\":\"cache\",\"datasetSizeInGb\":1,\"port\":12000}");
    assertThat(shown(id).has("publicEndpoint")).isFalse();

    server.settle(Kind.DATABASE, id, new Status.Active());

    var json = shown(id);
    assertThat(json.get("status").asString()).isEqualTo("active");
    assertThat(json.get("publicEndpoint").asString()).isEqualTo(ApiServer.HOST + ":12000");
    assertThat(json.get("privateEndpoint").asString()).isEqualTo(ApiServer.HOST + ":12000");
    assertThat(json.get("activatedOn").asString()).isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void databaseWithoutPublicAccessHasNoPublicEndpointAndPrivateSources() {
    subscription = subscribed(false);
    int id = owner.get(databases()).json().at("/subscription/0/databases/0/databaseId").asInt();
    server.settle(Kind.DATABASE, id, new Status.Active());

    var json = shown(id);

    assertThat(json.has("publicEndpoint")).isFalse();
    assertThat(json.has("privateEndpoint")).isTrue();
    assertThat(json.at("/security/sourceIps").valueStream().map(JsonNode::asString))
        .containsExactly("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");
  }

  @Test
  void listIsWrappedInTheOneSubscriptionAndShowsNoPassword() {
    var json = owner.get(databases() + "?offset=0&limit=100").json();

    assertThat(json.get("accountId").asInt()).isEqualTo(1);
    assertThat(json.get("subscription").size()).isEqualTo(1);
    assertThat(json.at("/subscription/0/subscriptionId").asInt()).isEqualTo(subscription);
    assertThat(json.at("/subscription/0/numberOfDatabases").asInt()).isEqualTo(1);
    assertThat(json.at("/subscription/0/databases/0/security").has("enableTls")).isTrue();
    assertThat(json.at("/subscription/0/databases/0/security").has("password")).isFalse();
    assertThat(json.at("/links/0/href").asString()).endsWith("databases?offset=0&limit=100");
  }

  @ParameterizedTest
  @CsvSource({"0, 2, 2", "1, 2, 2", "2, 2, 1", "0, 1, 1"})
  void pageHoldsWhatWasAskedFor(int offset, int limit, int rows) {
    created("{\"name\":\"b\",\"datasetSizeInGb\":1}");
    created("{\"name\":\"c\",\"datasetSizeInGb\":1}");

    var json = owner.get(databases() + "?offset=" + offset + "&limit=" + limit).json();

    assertThat(json.at("/subscription/0/databases").size()).isEqualTo(rows);
    assertThat(json.at("/subscription/0/numberOfDatabases").asInt()).isEqualTo(3);
  }

  @Test
  void pageBehindTheLastIsNotFound() {
    assertThat(owner.get(databases() + "?limit=100&offset=100").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"limit=0", "limit=1001", "limit=x", "offset=-1"})
  void pagesThatCannotBeAreRefused(String query) {
    assertThat(owner.get(databases() + "?" + query).status()).isEqualTo(400);
  }

  @Test
  void databaseOfAnotherSubscriptionIsNotThere() {
    subscription = subscribed(true);

    assertThat(owner.get(databases() + "/" + planned).status()).isEqualTo(404);
  }

  @Test
  void changeTouchesWhatItNamesAlone() {
    var before = shown(planned);

    task(
        owner.put(
            databases() + "/" + planned,
            "{\"dataEvictionPolicy\":\"noeviction\",\"replicaOf\":null,\"alerts\":[]}"));

    var after = shown(planned);
    assertThat(after.get("dataEvictionPolicy").asString()).isEqualTo("noeviction");
    assertThat(after.get("status").asString()).isEqualTo("active-change-pending");
    assertThat(after.get("security")).isEqualTo(before.get("security"));
    assertThat(after.get("datasetSizeInGb")).isEqualTo(before.get("datasetSizeInGb"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"dataset\",\"datasetSizeInGb\":0.7}",
        "{\"name\":\"smallest\",\"memoryLimitInGb\":0.1}",
        "{\"name\":\"alone\",\"memoryLimitInGb\":1.3,\"replication\":false}",
        "{\"name\":\"legacy\",\"datasetSizeInGb\":1,\"replicaOf\":[\"redis://u:p@there:6379\"]}",
        """
        {"name":"all","datasetSizeInGb":1,"port":12345,"enableTls":true,"password":"open sesame",
         "replica":{"syncSources":[{"endpoint":"redis://there:6379","encryption":true}]},
         "redisVersion":"7.2","respVersion":"resp2","queryPerformanceFactor":"4x",
         "modules":[{"name":"RediSearch"}],"sourceIp":["10.1.0.0/16"],
         "alerts":[{"name":"dataset-size","value":80}],
         "remoteBackup":{"active":true,"interval":"every-24-hours","timeUTC":"16:00",
           "storageType":"ftp","storagePath":"ftp://u:p@host/path"}}
        """
      })
  void putOfWhatGetShowsChangesNothing(String body) {
    int id = created(body);
    server.settle(Kind.DATABASE, id, new Status.Active());
    var before = shown(id);
    server.pass(Duration.ofMinutes(1));

    var task = task(owner.put(databases() + "/" + id, before.toString()));

    assertThat(task.get("status").asString()).isEqualTo("processing-completed");
    assertThat(shown(id)).isEqualTo(before);
  }

  @Test
  void rulesOfOnesOwnMakeTheHashingCustom() {
    task(
        owner.put(
            databases() + "/" + planned, "{\"regexRules\":[\"(?<tag>.*)\",\".*(?<tag>x)\"]}"));

    var clustering = shown(planned).get("clustering");
    assertThat(clustering.get("hashingPolicy").asString()).isEqualTo("custom");
    assertThat(clustering.get("regexRules").toString())
        .isEqualTo(
            "[{\"ordinal\":0,\"pattern\":\"(?<tag>.*)\"},{\"ordinal\":1,\"pattern\":\".*(?<tag>x)\"}]");
  }

  @Test
  void deletedDatabaseSaysSo() {
    task(owner.delete(databases() + "/" + planned));

    assertThat(shown(planned).get("status").asString()).isEqualTo("deleting");
  }

  @Test
  void dryRunOfAChangeAnswersThePrice() {
    var task =
        task(owner.put(databases() + "/" + planned, "{\"dryRun\":true,\"datasetSizeInGb\":5}"));

    assertThat(task.at("/response/resource/pricing/0/type").asString()).isEqualTo("Shards");
    assertThat(shown(planned).get("datasetSizeInGb").asDouble()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"saslUsername\":\"u\"', DATABASE_CONTAIN_MEMCACHED_USERNAME",
    "'\"saslPassword\":\"p\"', DATABASE_CONTAIN_MEMCACHED_PASSWORD",
    "'\"memoryLimitInGb\":2', DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS",
    "'\"localThroughputMeasurement\":[{\"region\":\"us-east-1\"}]',"
        + " LOCAL_THROUGHPUT_MEASUREMENT_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION",
    "'\"periodicBackupPath\":\"ftp://a/b\",\"remoteBackup\":{\"active\":true}',"
        + " DATABASE_INVALID_TOO_MANY_BACKUP_SPECIFICATIONS",
    "'\"replicaOf\":[\"a:1\"],\"replica\":{\"syncSources\":[{\"endpoint\":\"b:1\"}]}',"
        + " DATABASE_REPLICA_OF_PROPERTY_DEPRECATED",
    "'\"enableTls\":true,\"clientTlsCertificates\":[\"nonsense\"]', DATABASE_INVALID_CERT",
    "'\"queryPerformanceFactor\":\"2x\"', DATABASE_QUERY_PERFORMANCE_FACTOR_SEARCH_IS_REQUIRED",
    "'\"port\":80', DATABASE_PORT_INVALID_VALUE",
    "'\"protocol\":\"memcached\"', DATABASE_FEATURE_NOT_SUPPORTED",
  })
  void rulesOfTheDomainAreReportedByTheTask(String field, String type) {
    var task =
        task(owner.post(databases(), "{\"name\":\"x\",\"datasetSizeInGb\":1," + field + "}"));

    assertThat(task.get("commandType").asString()).isEqualTo("databaseCreateRequest");
    assertThat(task.at("/response/error/type").asString()).isEqualTo(type);
  }

  @Test
  void changeThatContradictsItselfIsReportedByTheTask() {
    var task =
        task(
            owner.put(
                databases() + "/" + planned, "{\"datasetSizeInGb\":1,\"memoryLimitInGb\":3}"));

    assertThat(task.get("commandType").asString()).isEqualTo("databaseUpdateRequest");
    assertThat(task.at("/response/error/status").asString()).isEqualTo("400 BAD_REQUEST");
  }
}
