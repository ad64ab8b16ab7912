package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk without room (architecture 5b). Needs to mount a small file system, which root may.
class DiskFullTest {
  private static final String SIZE = "size=48m";
  private static final int BLOCK = 1 << 12;

  private Path disk;
  private Site site;
  private Walker walker;

  @BeforeEach
  void mountDisk(@TempDir Path folder) throws Exception {
    disk = folder;
    assumeThat(run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", disk.toString())).isZero();
    site = Site.open(disk.resolve("data"), 14_600);
    walker = site.walker();
  }

  @AfterEach
  void unmountDisk() throws Exception {
    if (site != null) {
      site.close();
      // What just ended lets go of its files a moment later.
      assertThat(Eventually.until(() -> run("umount", disk.toString()), code -> code == 0))
          .isZero();
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(List.of(command)).start().waitFor();
  }

  @Test
  void writesSayWhichDiskIsFullAndReadsGoOn() throws Exception {
    int id = walker.resource(walker.post("/subscriptions", Bodies.subscription("one", "first")));
    walker.active("/subscriptions/" + id);
    String databases = "/subscriptions/" + id + "/databases";
    Path ballast = disk.resolve("ballast");
    fill(ballast);

    Reply refused =
        Eventually.until(
            () -> walker.post(databases, Bodies.database("x")), reply -> reply.status() != 202);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.text()).contains(disk.resolve("data").toString());
    assertThat(walker.get("/subscriptions/" + id).state()).isEqualTo("active");
    Files.delete(ballast);
    Reply again = walker.post(databases, Bodies.database("room-again"));
    assertThat(walker.verdict(again).state()).isEqualTo("processing-completed");
  }

  @Test
  void databaseThatDiesMeanwhileIsPendingUntilThereIsRoomAgain() throws Exception {
    int id = walker.resource(walker.post("/subscriptions", Bodies.subscription("one", "first")));
    walker.active("/subscriptions/" + id);
    Reply page = walker.get("/subscriptions/" + id + "/databases");
    String path =
        "/subscriptions/%d/databases/%s"
            .formatted(id, page.word("/subscription/0/databases/0/databaseId"));
    Reply active = walker.active(path);
    Path ballast = disk.resolve("ballast");
    fill(ballast);

    kill(active);

    Reply dead = Eventually.until(() -> walker.get(path), reply -> !reply.state().equals("active"));
    assertThat(dead.state()).isEqualTo("pending");
    assertThat(dead.word("/x-slipway/reason")).contains("nothing can be written");
    Files.delete(ballast);
    try (TenantRedis again = TenantRedis.of(walker.active(path))) {
      assertThat(again.call("PING")).isEqualTo("PONG");
    }
  }

  private static void kill(Reply database) throws Exception {
    try (TenantRedis redis = TenantRedis.of(database)) {
      Signal.KILL.to(redis.process());
    }
  }

  private static void fill(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] block = new byte[BLOCK];
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }
}
