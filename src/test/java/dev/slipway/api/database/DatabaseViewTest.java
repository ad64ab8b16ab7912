package dev.slipway.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.model.AccountId;
import dev.slipway.model.Alarm;
import dev.slipway.model.Kind;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Status;
import dev.slipway.model.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What is shown of one database.
final class DatabaseViewTest extends DatabaseTest {
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
    assertThat(json.at("/x-slipway/recordedOnly").toString()).isEqualTo("[]");
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
    assertThat(json.at("/modules/0/parameters")).hasToString("{\"number-of-documents\":5}");
    assertThat(json.get("queryPerformanceFactor").asString()).isEqualTo("4x");
    assertThat(json.get("backup").toString())
        .isEqualTo(
            "{\"enableRemoteBackup\":true,\"interval\":\"every-24-hours\",\"timeUTC\":\"16:00\","
                + "\"destination\":\"ftp://u:p@host/path\"}");
    assertThat(json.at("/x-slipway/recordedOnly").valueStream().map(JsonNode::asString))
        .containsExactly(
            "sourceIp",
            "autoMinorVersionUpgrade",
            "respVersion",
            "modules",
            "queryPerformanceFactor",
            "throughputMeasurement",
            "replica");
  }

  @Test
  void crossedThresholdsAreShownAsLongAsTheyAreCrossed() {
    var since = server.now();
    server.write(
        tx -> tx.alarms().begin(new AccountId(1), new Alarm(planned, "dataset-size", since)));

    assertThat(shown(planned).at("/x-slipway/alarms").toString())
        .isEqualTo("[{\"name\":\"dataset-size\",\"since\":\"2026-01-01T00:00:00Z\"}]");
    assertThat(
            owner
                .get(databases())
                .json()
                .at("/subscription/0/databases/0/x-slipway/alarms/0/name")
                .asString())
        .isEqualTo("dataset-size");

    server.write(tx -> tx.alarms().end(planned, "dataset-size"));

    assertThat(shown(planned).get("x-slipway").has("alarms")).isFalse();
  }

  @Test
  void alertAboutASourceIsRecordedOnly() {
    int id =
        created(
            """
            {"name":"copy","datasetSizeInGb":1,"replica":{"syncSources":[{"endpoint":"there:6379"}]},
             "alerts":[{"name":"syncsource-lag","value":60}]}
            """);

    assertThat(shown(id).at("/x-slipway/recordedOnly").valueStream().map(JsonNode::asString))
        .containsExactly("replica", "alerts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"serverCert", "clientCert"})
  void certificateOfASourceIsShownAsClientCert(String name) {
    var json =
        shown(
            created(
                """
                {"name":"copy","datasetSizeInGb":1,
                 "replica":{"syncSources":[{"endpoint":"there:6379","%s":"PEM"}]}}
                """
                    .formatted(name)));

    assertThat(json.at("/replica/syncSources/0").toString())
        .isEqualTo("{\"endpoint\":\"there:6379\",\"encryption\":false,\"clientCert\":\"PEM\"}");
  }

  @Test
  void afternoonHourOfABackupTwiceADayIsShownAsItWasSent() {
    var json =
        shown(
            created(
                """
                {"name":"cache","datasetSizeInGb":1,
                 "remoteBackup":{"active":true,"interval":"every-12-hours","timeUTC":"16:00",
                   "storageType":"aws-s3","storagePath":"s3://bucket"}}
                """));

    assertThat(json.at("/backup/timeUTC").asString()).isEqualTo("16:00");
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
  void deletionThatIsHeldUpSaysWhatIsWrong() {
    server.settle(Kind.DATABASE, planned, new Status.Deleting());
    var problem = new Problem(ProblemType.PROVISION_FAILURE, "nobody may look");
    server.failed(Kind.DATABASE, planned, new Trouble(problem, false));

    var json = shown(planned);

    assertThat(json.get("status").asString()).isEqualTo("deleting");
    assertThat(json.at("/x-slipway/problem/description").asString()).isEqualTo("nobody may look");
  }

  @Test
  void databaseInDoubtIsPendingWhileItsRowCannotSaySo() {
    String path = databases() + "/" + planned;
    var active = owner.get(path);

    server.doubt(planned);

    var doubted = owner.get(path);
    assertThat(doubted.json().get("status").asString()).isEqualTo("pending");
    assertThat(doubted.json().at("/x-slipway/reason").asString())
        .isEqualTo("its Redis may be down, and nothing can be written now");
    assertThat(doubted.header("ETag")).isNotEqualTo(active.header("ETag"));
    assertThat(owner.get(databases()).json().at("/subscription/0/databases/0/status").asString())
        .isEqualTo("pending");
    server.trust(planned);
    assertThat(owner.get(path).header("ETag")).isEqualTo(active.header("ETag"));
  }

  @Test
  void databaseInDoubtThatIsBeingDeletedStillSaysSo() {
    server.settle(Kind.DATABASE, planned, new Status.Deleting());

    server.doubt(planned);

    assertThat(shown(planned).get("status").asString()).isEqualTo("deleting");
  }

  @Test
  void databaseOfAnotherSubscriptionIsNotThere() {
    subscription = subscribed(true);

    assertThat(owner.get(databases() + "/" + planned).status()).isEqualTo(404);
  }
}
