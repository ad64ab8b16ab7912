package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slipway.proof.live.SmallDisk;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk without room (architecture 5b). Needs to mount a small file system, which root may.
class DiskFullTest {
  private static final String SIZE = "48m";

  private SmallDisk disk;
  private Site site;
  private Walker walker;

  @BeforeEach
  void mountDisk(@TempDir Path folder) throws Exception {
    Optional<SmallDisk> mounted = SmallDisk.mount(folder, SIZE);
    assumeThat(mounted).isPresent();
    disk = mounted.orElseThrow();
    site = Site.open(disk.path().resolve("data"), 14_600);
    walker = site.walker();
  }

  @AfterEach
  void unmountDisk() throws Exception {
    if (site != null) {
      site.close();
    }
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  void writesSayWhichDiskIsFullAndReadsGoOn() throws Exception {
    int id = walker.resource(walker.post("/subscriptions", Bodies.subscription("one", "first")));
    walker.active("/subscriptions/" + id);
    String databases = "/subscriptions/" + id + "/databases";
    disk.fill();

    Reply refused =
        Eventually.until(
            () -> walker.post(databases, Bodies.database("x")), reply -> reply.status() != 202);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.text()).contains(disk.path().resolve("data").toString());
    assertThat(walker.get("/subscriptions/" + id).state()).isEqualTo("active");
    disk.clear();
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
    disk.fill();

    kill(active);

    Reply dead = Eventually.until(() -> walker.get(path), reply -> !reply.state().equals("active"));
    assertThat(dead.state()).isEqualTo("pending");
    assertThat(dead.word("/x-slipway/reason")).contains("nothing can be written");
    disk.clear();
    try (TenantRedis again = TenantRedis.of(walker.active(path))) {
      assertThat(again.call("PING")).isEqualTo("PONG");
    }
  }

  private static void kill(Reply database) throws Exception {
    try (TenantRedis redis = TenantRedis.of(database)) {
      Signal.KILL.to(redis.process());
    }
  }
}
