package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Config;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Backups to a server that speaks S3 and refuses wrong keys, and imports from there.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BucketBackupTest {
  private S3Proxy s3;
  private Site site;
  private Walker walker;
  private String path;
  private Path buckets;

  @BeforeAll
  void open(@TempDir Path data, @TempDir Path kept) throws Exception {
    buckets = kept;
    Files.createDirectory(kept.resolve("bucket"));
    s3 = serve(kept);
    URI endpoint = URI.create("http://127.0.0.1:" + s3.getPort());
    site =
        Site.open(
            data, 14_700, new Config.Outside(Optional.empty(), Optional.of(endpoint), List.of()));
    walker = site.walker();
    int id = walker.resource(walker.post("/subscriptions", Bodies.subscription("walk", "first")));
    String databases = "/subscriptions/" + id + "/databases";
    walker.active("/subscriptions/" + id);
    int database = walker.resource(walker.post(databases, Bodies.database("second")));
    path = databases + "/" + database;
    walker.active(path);
  }

  private static S3Proxy serve(Path kept) throws Exception {
    var properties = new Properties();
    properties.setProperty("jclouds.filesystem.basedir", kept.toString());
    S3Proxy proxy =
        S3Proxy.builder()
            .blobStore(BlobStores.create("filesystem-nio2", properties))
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, "key", "word")
            .build();
    proxy.start();
    return proxy;
  }

  @AfterAll
  void close() throws Exception {
    site.close();
    s3.stop();
  }

  private String call(String... words) throws Exception {
    walker.active(path);
    try (TenantRedis redis = TenantRedis.of(walker.get(path))) {
      return redis.call(words);
    }
  }

  @Test
  void backupInABucketIsReadBack() throws Exception {
    var transfers = new Transfers(walker, path);
    call("SET", "kept", "yes");

    var status = transfers.backUp("s3://key:word@bucket/a/");

    assertThat(status.path("status").asString()).as(status.toString()).isEqualTo("success");
    String name = Transfers.onlyFile(buckets.resolve("bucket/a")).getFileName().toString();
    call("DEL", "kept");
    transfers.fill("aws-s3", "s3://key:word@bucket/a/" + name);
    assertThat(call("GET", "kept")).isEqualTo("yes");
  }

  @Test
  void wrongKeyIsToldWithoutRepeatingIt() throws Exception {
    var status = new Transfers(walker, path).backUp("s3://key:guess@bucket/b/");

    assertThat(status.path("failureReason").asString()).isEqualTo("no-permission");
    assertThat(status.toString()).contains("SignatureDoesNotMatch").doesNotContain("guess");
  }

  @Test
  void missingBucketAndMissingFileAreTold() throws Exception {
    var transfers = new Transfers(walker, path);

    assertThat(transfers.backUp("s3://key:word@other/").path("failureReason").asString())
        .isEqualTo("wrong-file-path");
    assertThat(
            transfers
                .fill("aws-s3", "s3://key:word@bucket/none.rdb")
                .path("failureReason")
                .asString())
        .isEqualTo("wrong-file-path");
  }
}
