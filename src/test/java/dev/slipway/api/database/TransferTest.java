package dev.slipway.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.FamilyTest;
import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Backups and imports, as far as they are asked for and asked about.
final class TransferTest extends FamilyTest {
  private static final String BACKUP =
      """
      {"remoteBackup":{"active":%s,"interval":"every-24-hours","storageType":"aws-s3",
       "storagePath":"s3://bucket/path"}}
      """;

  private String path = "";

  @BeforeEach
  void make() {
    int database = database();
    path = "/subscriptions/" + database + "/databases/" + database;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}"})
  void backupWithoutAPlaceIsRefused(String body) {
    assertThat(refused("POST", path + "/backup", body))
        .isEqualTo("400 BAD_REQUEST DATABASE_BACKUP_NOT_CONFIGURED");
  }

  @Test
  void backupThatIsSwitchedOffIsRefused() {
    configure("true");
    configure("false");

    assertThat(refused("POST", path + "/backup", ""))
        .isEqualTo("400 BAD_REQUEST DATABASE_BACKUP_DISABLED");
  }

  @Test
  void backupIsUnderWayWhenItsTaskHasEnded() {
    configure("true");

    var task = task("POST", path + "/backup", "");

    assertThat(task.get("commandType").asString()).isEqualTo("databaseBackupRequest");
    assertThat(task.get("status").asString()).isEqualTo("processing-completed");
    assertThat(task.at("/response/resourceId").asInt()).isEqualTo(number());
    var status = task("GET", path + "/backup", "").at("/response/resource");
    assertThat(status.toString()).isEqualTo("{\"status\":\"exporting\"}");
  }

  @Test
  void secondBackupWaitsForTheFirst() {
    accepted("POST", path + "/backup", "{\"adhocBackupPath\":\"s3://bucket\"}");

    assertThat(refused("POST", path + "/backup", "{\"adhocBackupPath\":\"s3://other\"}"))
        .isEqualTo("409 CONFLICT CONFLICT_ERROR");
  }

  private void configure(String active) {
    accepted("PUT", path, BACKUP.formatted(active));
    server.settle(Kind.DATABASE, number(), new Status.Active());
  }

  private int number() {
    return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://bucket/path", "ftp://host/path", "file:///path"})
  void backupToAPlaceOfItsOwnNeedsNoOther(String adhoc) {
    accepted("POST", path + "/backup", "{\"adhocBackupPath\":\"" + adhoc + "\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gs://bucket", "abs://key@account/path"})
  void backupToAStorageThatNobodyHereSpeaksToIsRefused(String adhoc) {
    assertThat(refused("POST", path + "/backup", "{\"adhocBackupPath\":\"" + adhoc + "\"}"))
        .isEqualTo("400 BAD_REQUEST DATABASE_BACKUP_NOT_SUPPORTED");
  }

  @Test
  void backupToNowhereIsRefused() {
    assertThat(refused("POST", path + "/backup", "{\"adhocBackupPath\":\"/tmp/here\"}"))
        .isEqualTo("400 BAD_REQUEST DATABASE_INVALID_BACKUP_PATH");
  }

  @Test
  void regionIsForActiveActive() {
    assertThat(refused("POST", path + "/backup", "{\"regionName\":\"us-east-1\"}"))
        .isEqualTo(
            "400 BAD_REQUEST BACKUP_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "/backup, ``",
        "/import, `{\"sourceType\":\"http\",\"importFromUri\":[\"http://host/a.rdb\"]}`"
      })
  void databaseMustBeActive(String what, String body) {
    accepted("PUT", path, "{\"datasetSizeInGb\":0.2}");

    assertThat(refused("POST", path + what, body)).isEqualTo("403 FORBIDDEN DATABASE_NOT_ACTIVE");
  }

  @ParameterizedTest
  @CsvSource({
    "http, http://user:pw@host:80/path/file.rdb.gz",
    "http, https://host/file.rdb",
    "redis, redis://:pw@host:6379",
    "redis, redis://host:6379",
    "ftp, ftps://user:pw@host/file.rdb",
    "aws-s3, s3://bucket/path/file.rdb.gz",
    "local-folder, file:///path/file.rdb"
  })
  void importIsUnderWayWhenItsTaskHasEnded(String type, String uri) {
    var task = task("POST", path + "/import", body(type, "\"" + uri + "\""));

    assertThat(task.get("commandType").asString()).isEqualTo("databaseImportRequest");
    assertThat(task.get("status").asString()).isEqualTo("processing-completed");
    var status = task("GET", path + "/import", "").at("/response/resource");
    assertThat(status.toString()).isEqualTo("{\"status\":\"importing\"}");
    assertThat(refused("POST", path + "/import", body(type, "\"" + uri + "\"")))
        .isEqualTo("409 CONFLICT CONFLICT_ERROR");
  }

  @ParameterizedTest
  @CsvSource({
    "azure-blob-storage, abs://:key@account/container/file.rdb",
    "google-blob-storage, gs://bucket/file.rdb"
  })
  void importFromAStorageThatNobodyHereSpeaksToIsRefused(String type, String uri) {
    assertThat(refused("POST", path + "/import", body(type, "\"" + uri + "\"")))
        .isEqualTo("400 BAD_REQUEST DATABASE_IMPORT_NOT_ALLOWED");
  }

  @ParameterizedTest
  @CsvSource({
    "http, HTTP",
    "redis, REDIS",
    "ftp, FTP",
    "aws-s3, S3",
    "azure-blob-storage, AZURE",
    "google-blob-storage, GCS"
  })
  void sourceMustFitItsType(String type, String word) {
    var task = task("POST", path + "/import", body(type, "\"file:///pass-word.rdb\""));

    assertThat(task.at("/response/error/type").asString())
        .isEqualTo("DATABASE_IMPORT_" + word + "_BAD_URI");
    assertThat(task.at("/response/error/description").asString()).doesNotContain("pass-word");
  }

  @Test
  void sourcesMustDiffer() {
    assertThat(
            refused(
                "POST",
                path + "/import",
                body("http", "\"http://host/a.rdb\",\"http://host/a.rdb\"")))
        .isEqualTo("400 BAD_REQUEST DUPLICATE_DATABASE_IMPORT_SOURCE_PATH");
  }

  @Test
  void onlyOneRedisIsASource() {
    assertThat(
            refused(
                "POST", path + "/import", body("redis", "\"redis://a:6379\",\"redis://b:6379\"")))
        .isEqualTo("400 BAD_REQUEST DATABASE_IMPORT_MULTIPLE_REDIS_SOURCES");
  }

  @Test
  void importNeedsATypeAndASource() {
    assertThat(owner.post("/v1" + path + "/import", "{}").http().body())
        .contains("sourceType", "importFromUri");
    assertThat(owner.post("/v1" + path + "/import", body("http", "")).status()).isEqualTo(400);
    assertThat(owner.post("/v1" + path + "/import", body("carrier-pigeon", "\"a\"")).status())
        .isEqualTo(400);
    assertThat(owner.post("/v1" + path + "/import", "").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "/backup, ``",
        "/import, `{\"sourceType\":\"http\",\"importFromUri\":[\"http://host/a.rdb\"]}`"
      })
  void unknownDatabaseIsAFailedTask(String what, String body) {
    String unknown = path.substring(0, path.lastIndexOf('/')) + "/9";

    assertThat(refused("POST", unknown + what, body)).isEqualTo("404 NOT_FOUND DATABASE_NOT_FOUND");
  }

  private static String body(String type, String uris) {
    return "{\"sourceType\":\"" + type + "\",\"importFromUri\":[" + uris + "]}";
  }
}
