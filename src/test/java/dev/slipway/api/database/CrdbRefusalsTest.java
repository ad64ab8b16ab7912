package dev.slipway.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ActiveActiveTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CrdbRefusalsTest extends ActiveActiveTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`'protocol':'memcached'`, ACTIVE_ACTIVE_DATABASE_MEMCACHED_PROTOCOL_IS_NOT_ALLOWED",
        "`'replicaOf':['redis://h:1']`, ACTIVE_ACTIVE_DATABASE_REPLICA_OF_NOT_SUPPORTED",
        "`'replication':false`, ACTIVE_ACTIVE_DATABASE_REPLICATION_CANNOT_BE_FALSE",
        "`'periodicBackupPath':'s3://bucket'`, ACTIVE_ACTIVE_DATABASE_PERIODIC_BACK_UP_PATH_NOT_ALLOWED",
        "`'throughputMeasurement':{'by':'operations-per-second','value':5000}`, ACTIVE_ACTIVE_DATABASE_INVALID_THROUGHPUT",
        "`'modules':[{'name':'RedisBloom'}]`, ACTIVE_ACTIVE_DATABASE_MODULE_IS_NOT_SUPPORTED",
        "`'queryPerformanceFactor':'2x'`, DATABASE_QUERY_PERFORMANCE_FACTOR_IS_NOT_SUPPORTED_ON_ACTIVE_ACTIVE",
        "`'alerts':[{'name':'syncsource-lag','value':5}]`, ACTIVE_ACTIVE_DATABASE_ALERT_NOT_SUPPORTED",
        "`'localThroughputMeasurement':[{'region':'us-east-1'}]`, MISSING_REGIONS_BETWEEN_LOCAL_THROUGHPUT_MEASUREMENTS_AND_SUBSCRIPTION_REGIONS",
        "`'localThroughputMeasurement':[{'region':'us-east-1'},{'region':'us-east-1'}]`, CRDB_ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE",
        "`'localThroughputMeasurement':[{}]`, ACTIVE_ACTIVE_MISMATCH_BETWEEN_REQUEST_REGIONS_AND_SUBSCRIPTION_REGIONS",
        "`'localThroughputMeasurement':[{'region':'us-east-1','readOperationsPerSecond':750},{'region':'us-east-2'}]`, LOCAL_THROUGHPUT_READ_AND_WRITE_OPERATIONS_PER_SECOND_VALUES_MUST_BE_IN_INCREMENTS_OF_500_OR_MINIMUM",
        "`'name':'cache'`, DATABASE_NAME_EXISTS",
      })
  void newDatabaseIsRefused(String field, String type) {
    int world = world();
    String name = field.contains("'name':'cache'") ? "" : "'name':'second',";
    String body = "{" + name + "'datasetSizeInGb':1," + field + "}";

    assertThat(refused("POST", "/subscriptions/" + world + "/databases", body.replace('\'', '"')))
        .endsWith(" " + type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'modules':[{'name':'RedisJSON'},{'name':'RediSearch'}]",
        "'remoteBackup':{'active':false}",
        "'localThroughputMeasurement':[]",
        "'throughputMeasurement':{'by':'operations-per-second','value':1000}"
      })
  void newDatabaseIsAccepted(String field) {
    int world = world();
    String body = "{'name':'second','datasetSizeInGb':1," + field + "}";

    accepted("POST", "/subscriptions/" + world + "/databases", body.replace('\'', '"'));

    assertThat(databases(world).get("numberOfDatabases").asInt()).isEqualTo(2);
  }

  @Test
  void elevenDatabasesAreTooMany() {
    int world =
        accepted("POST", "/subscriptions", TWO_REGIONS.replace("0.5}", "0.5,\"quantity\":10}"));
    settle(world);

    assertThat(
            refused(
                "POST",
                "/subscriptions/" + world + "/databases",
                "{\"name\":\"eleventh\",\"datasetSizeInGb\":1}"))
        .endsWith("ACTIVE_ACTIVE_DATABASE_LIMIT_EXCEEDED");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`'regions':[{'region':'eu-west-1'}]`, ACTIVE_ACTIVE_MISMATCH_BETWEEN_REQUEST_REGIONS_AND_SUBSCRIPTION_REGIONS",
        "`'regions':[{'region':'us-east-1','localThroughputMeasurement':{'region':'us-east-2'}}]`, ACTIVE_ACTIVE_MISMATCH_BETWEEN_REQUEST_REGIONS_AND_SUBSCRIPTION_REGIONS",
        "`'regions':[{'region':'us-east-1'},{'region':'us-east-1'}]`, CRDB_ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE",
        "`'regions':[{'region':'us-east-1','localThroughputMeasurement':{'writeOperationsPerSecond':1}}]`, LOCAL_THROUGHPUT_READ_AND_WRITE_OPERATIONS_PER_SECOND_VALUES_MUST_BE_IN_INCREMENTS_OF_500_OR_MINIMUM",
        "`'regions':[{'region':'us-east-1','password':' '}]`, DATABASE_PASSWORD_IS_BLANK",
        "`'regions':[{'region':'us-east-1','sourceIp':['home']}]`, DATABASE_INVALID_SIP",
        "`'regions':[{'region':'us-east-1','alerts':[{'name':'latency','value':0}]}]`, DATABASE_INVALID_ALERT_VALUE",
        "`'regions':[{'region':'us-east-1','alerts':[{'name':'syncsource-error','value':1}]}]`, ACTIVE_ACTIVE_DATABASE_ALERT_NOT_SUPPORTED",
        "`'regions':[{'region':'us-east-1','remoteBackup':{'active':true}}]`, DATABASE_INVALID_BACKUP_CONFIGURATION",
        "`'globalAlerts':[{'name':'syncsource-lag','value':5}]`, ACTIVE_ACTIVE_DATABASE_ALERT_NOT_SUPPORTED",
        "`'globalPassword':' '`, DATABASE_PASSWORD_IS_BLANK",
        "`'globalSourceIp':['home']`, DATABASE_INVALID_SIP",
        "`'queryPerformanceFactor':'2x'`, DATABASE_QUERY_PERFORMANCE_FACTOR_IS_NOT_SUPPORTED_ON_ACTIVE_ACTIVE",
        "`'name':'-'`, DATABASE_INVALID_NAME",
      })
  void changeIsRefused(String field, String type) {
    int world = world();

    assertThat(
            refused(
                "PUT",
                "/subscriptions/" + world + "/databases/" + world + "/regions",
                "{" + field.replace('\'', '"') + "}"))
        .isEqualTo("400 BAD_REQUEST " + type);
  }

  @Test
  void protocolOfARegionFitsTheVersion() {
    int world =
        accepted(
            "POST", "/subscriptions", TWO_REGIONS.replace("0.5}", "0.5,\"redisVersion\":\"6.2\"}"));
    settle(world);

    assertThat(
            refused(
                "PUT",
                "/subscriptions/" + world + "/databases/" + world + "/regions",
                "{\"regions\":[{\"region\":\"us-east-1\",\"respVersion\":\"resp3\"}]}"))
        .endsWith("DATABASE_RESP_VERSION_IS_NOT_SUPPORTED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'regions':[{}]}",
        "{'regions':[{'region':'us-east-1','respVersion':'resp9'}]}",
        "{'regions':[{'region':'us-east-1','dataPersistence':'sometimes'}]}",
        "{'globalDataPersistence':'sometimes'}",
        "{'datasetSizeInGb':0.02}",
        "{'memoryLimitInGb':0.05}",
        "{'replicaOf':[]}"
      })
  void bodyIsCheckedAtOnce(String body) {
    assertThat(
            owner.put("/v1/subscriptions/1/databases/1/regions", body.replace('\'', '"')).status())
        .isEqualTo(400);
  }

  @Test
  void unknownDatabaseIsNotFound() {
    int world = world();

    assertThat(
            refused("PUT", "/subscriptions/" + world + "/databases/99/regions", "{\"name\":\"x\"}"))
        .isEqualTo("404 NOT_FOUND DATABASE_NOT_FOUND");
    assertThat(refused("PUT", "/subscriptions/" + world + "/databases/99/flush", ""))
        .isEqualTo("404 NOT_FOUND DATABASE_NOT_FOUND");
  }
}
