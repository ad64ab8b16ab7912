package dev.slipway.api.database;

import static dev.slipway.model.Specs.database;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecordedOnlyTest {
  @Test
  void versionThatDoesNotRunIsNamed() {
    assertThat(RecordedOnly.in(database("d", d -> d.redisVersion = "8.2"), "7.0.15"))
        .contains("redisVersion");
  }

  @Test
  void versionThatRunsIsNotNamed() {
    assertThat(RecordedOnly.in(database("d", d -> d.redisVersion = "7.0"), "7.0.15"))
        .doesNotContain("redisVersion");
  }

  @ParameterizedTest
  @CsvSource({
    "aws-s3, false",
    "ftp, false",
    "local-folder, false",
    "google-blob-storage, true",
    "azure-blob-storage, true"
  })
  void backupIsNamedWhereItsStorageIsNotReached(String storageType, boolean named) {
    var backup =
        new DatabaseSpec.Backup(true, "every-1-hours", null, storageType, new Secret("place"));

    assertThat(
            RecordedOnly.in(database("d", d -> d.backup = backup), null).contains("remoteBackup"))
        .isEqualTo(named);
  }

  @Test
  void certificateOfClientsIsInForceWithTlsAlone() {
    assertThat(RecordedOnly.in(database("d", d -> d.legacyCertificate = "PEM"), null))
        .contains("clientSslCertificate");
    assertThat(
            RecordedOnly.in(
                database(
                    "d",
                    d -> {
                      d.tls = true;
                      d.legacyCertificate = "PEM";
                    }),
                null))
        .doesNotContain("enableTls", "clientSslCertificate");
  }
}
