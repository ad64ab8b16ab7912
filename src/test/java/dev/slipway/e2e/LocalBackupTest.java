package dev.slipway.e2e;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Config;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups to a folder of the machine, and imports from there.
class LocalBackupTest extends DatabasesTest {
  @TempDir static Path folder;
  private String path;
  private String name;

  @Override
  Site open(Path data) throws Exception {
    return Site.open(
        data, 14_500, new Config.Outside(Optional.of(folder), Optional.empty(), List.of()));
  }

  @BeforeEach
  void makeDatabase() throws Exception {
    name = freshName();
    path = make(Bodies.database(name));
  }

  private String database() throws Exception {
    return make(Bodies.database(freshName()));
  }

  private void set(String database, String key, String value) throws Exception {
    try (TenantRedis redis = TenantRedis.of(walker.get(database))) {
      redis.call("SET", key, value);
    }
  }

  private String get(String database, String key) throws Exception {
    walker.active(database);
    try (TenantRedis redis = TenantRedis.of(walker.get(database))) {
      return redis.call("GET", key);
    }
  }

  /// The folder of a test, as its address and as the server's file system has it.
  private String backedUp(String name) throws Exception {
    var status = new Transfers(walker, path).backUp("file:///" + name);
    assertThat(status.path("status").asString()).as(status.toString()).isEqualTo("success");
    assertThat(status.has("lastBackupTime")).isTrue();
    Path file = Transfers.onlyFile(folder.resolve("10001").resolve(name));
    return "file:///" + name + "/" + file.getFileName();
  }

  @Test
  void backupIsAZippedRdbUnderTheNameOfTheDatabase() throws Exception {
    set(path, "kept", "yes");

    backedUp("one");

    Path file = Transfers.onlyFile(folder.resolve("10001/one"));
    assertThat(file.getFileName().toString()).endsWith("-" + name + "-1_of_1.rdb.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)).startsWith("REDIS00");
    }
  }

  @Test
  void backupToAFolderOfThisMachineIsNotCompressedOnceMore() throws Exception {
    String value =
        new Random(1).ints(500, 'A', 'z').mapToObj(Character::toString).collect(joining());
    set(path, "kept", value);

    backedUp("as-it-is");

    Path file = Transfers.onlyFile(folder.resolve("10001/as-it-is"));
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains(value);
  }

  @Test
  void importOfABackupBringsAllKeysAndDropsTheOthers() throws Exception {
    for (int i = 0; i < 2_000; i += 100) {
      set(path, "key-" + i, "value-" + i);
    }
    String file = backedUp("all");
    String other = database();
    set(other, "old", "yes");

    var status = new Transfers(walker, other).fill("local-folder", file);

    assertThat(status.path("status").asString()).as(status.toString()).isEqualTo("success");
    assertThat(get(other, "key-1900")).isEqualTo("value-1900");
    assertThat(get(other, "old")).isEmpty();
    set(other, "new", "yes");
  }

  @Test
  void filesOfSeveralShardsAreOneImport() throws Exception {
    set(path, "left", "1");
    String left = backedUp("left");
    String other = database();
    set(other, "right", "2");
    path = other;
    String right = backedUp("right");
    String target = database();

    var transfers = new Transfers(walker, target);
    walker.resource(
        walker.post(
            target + "/import",
            "{\"sourceType\": \"local-folder\", \"importFromUri\": [\"%s\", \"%s\"]}"
                .formatted(left, right)));

    assertThat(transfers.ended("/import").path("status").asString()).isEqualTo("success");
    assertThat(get(target, "left") + get(target, "right")).isEqualTo("12");
  }

  @Test
  void brokenFileLeavesTheDataAlone() throws Exception {
    set(path, "kept", "yes");
    Files.createDirectories(folder.resolve("10001"));
    Files.writeString(folder.resolve("10001/broken.rdb"), "REDIS0010 and nothing more");

    var status = new Transfers(walker, path).fill("local-folder", "file:///broken.rdb");

    assertThat(status.path("status").asString()).isEqualTo("failed");
    assertThat(status.path("failureReason").asString()).isEqualTo("file-corrupted");
    assertThat(get(path, "kept")).isEqualTo("yes");
  }

  @Test
  void missingFileLeavesTheDataAlone() throws Exception {
    set(path, "kept", "yes");

    var status = new Transfers(walker, path).fill("local-folder", "file:///missing.rdb");

    assertThat(status.path("failureReason").asString()).isEqualTo("wrong-file-path");
    assertThat(get(path, "kept")).isEqualTo("yes");
  }

  @Test
  void noPathLeadsOutOfTheFolder() throws Exception {
    Files.createSymbolicLink(
        Files.createDirectories(folder.resolve("10001")).resolve("link"), site.data());

    for (String place : List.of("file:///../2", "file:///link")) {
      var status = new Transfers(walker, path).backUp(place);
      assertThat(status.path("failureReason").asString()).isEqualTo("wrong-file-path");
    }
  }
}
