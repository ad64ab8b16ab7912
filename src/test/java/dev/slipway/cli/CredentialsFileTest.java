package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The one file with keys in clear.
class CredentialsFileTest {
  private static final Credentials CREDENTIALS =
      new Credentials(
          "http://127.0.0.1:7447/v1",
          new Secret("account-key"),
          new Secret("user-key"),
          new Secret("admin-token"));

  @TempDir private Path data;

  @Test
  void everyKnownClientFindsItsNames() throws Exception {
    CredentialsFile.in(data).write(CREDENTIALS);

    assertThat(data.resolve("credentials.env"))
        .hasContent(
            """
            REDISCLOUD_URL=http://127.0.0.1:7447/v1
            REDIS_CLOUD_API_URL=http://127.0.0.1:7447/v1
            REDIS_CLOUD_BASE_URL=http://127.0.0.1:7447/v1
            REDISCLOUD_ACCESS_KEY=account-key
            REDIS_CLOUD_API_KEY=account-key
            REDIS_CLOUD_ACCOUNT_KEY=account-key
            REDISCLOUD_SECRET_KEY=user-key
            REDIS_CLOUD_SECRET_KEY=user-key
            REDIS_CLOUD_API_SECRET=user-key
            REDIS_CLOUD_USER_KEY=user-key
            SLIPWAY_ADMIN_TOKEN=admin-token
            """);
  }

  @Test
  void onlyTheOwnerMayReadIt() throws Exception {
    CredentialsFile.in(data).write(CREDENTIALS);

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("credentials.env"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aReplacedFileLosesTheRightsOfTheOldOne() throws Exception {
    Path file = Files.writeString(data.resolve("credentials.env"), "A=b\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    CredentialsFile.in(data).write(CREDENTIALS);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatACrashLeftAsideIsNotInTheWay() throws Exception {
    Files.writeString(data.resolve("credentials.env.new"), "half a line");

    CredentialsFile.in(data).write(CREDENTIALS);

    assertThat(data).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void theUrlCanBeReadBack() throws Exception {
    CredentialsFile.in(data).write(CREDENTIALS);

    assertThat(CredentialsFile.in(data).url()).contains("http://127.0.0.1:7447/v1");
  }

  @Test
  void withoutAFileThereIsNoUrl() throws Exception {
    assertThat(CredentialsFile.in(data).url()).isEmpty();
  }

  @Test
  void credentialsPrintNoSecret() {
    assertThat(CREDENTIALS.toString()).doesNotContain("account-key", "user-key", "admin-token");
  }
}
