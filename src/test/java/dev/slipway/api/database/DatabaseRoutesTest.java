package dev.slipway.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What requests do to databases.
final class DatabaseRoutesTest extends DatabaseTest {
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
         "replica":{"syncSources":[{"endpoint":"redis://there:6379","encryption":true,
           "serverCert":"PEM"}]},
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
  void defaultShareOfRamIsShownAndMayBeRepeated() {
    subscription = subscribed("\"memoryStorage\":\"ram-and-flash\"");
    int id = created("{\"name\":\"cache\",\"datasetSizeInGb\":1}");
    server.settle(Kind.DATABASE, id, new Status.Active());

    task(owner.put(databases() + "/" + id, "{\"ramPercentage\":20}"));

    assertThat(shown(id).get("ramPercentage").asInt()).isEqualTo(20);
    assertThat(shown(id).get("status").asString()).isEqualTo("active");
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
    "'\"protocol\":\"memcached\",\"saslUsername\":\"u\",\"saslPassword\":\"p\"',"
        + " DATABASE_FEATURE_NOT_SUPPORTED",
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
