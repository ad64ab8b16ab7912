package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A port that somebody else on the machine took first.
class PortsTest {
  private static final int FIRST = 14_300;

  private Site site;
  private Walker walker;
  private String databases;

  @BeforeEach
  void open(@TempDir Path data) throws Exception {
    site = Site.open(data, FIRST);
    walker = site.walker();
    int id = walker.resource(walker.post("/subscriptions", Bodies.subscription("one", "first")));
    databases = "/subscriptions/" + id + "/databases";
    walker.active("/subscriptions/" + id);
  }

  @AfterEach
  void close() throws Exception {
    site.close();
  }

  @Test
  void strangersPortIsPassedOver() throws Exception {
    String first = walker.get(databases).word("/subscription/0/databases/0/publicEndpoint");
    try (ServerSocket _ = Site.stranger(FIRST + 1)) {
      int id = walker.resource(walker.post(databases, Bodies.database("second")));

      Reply second = walker.active(databases + "/" + id);

      assertThat(first).endsWith(":" + FIRST);
      assertThat(second.word("/publicEndpoint")).endsWith(":" + (FIRST + 2));
      try (TenantRedis redis = TenantRedis.of(second)) {
        assertThat(redis.call("PING")).isEqualTo("PONG");
      }
    }
  }

  @Test
  void requestedPortIsWaitedForAndItsHolderNamed() throws Exception {
    int wanted = FIRST + 7;
    String path;
    try (ServerSocket _ = Site.stranger(wanted)) {
      int id = walker.resource(walker.post(databases, Bodies.databaseOn(wanted, "second")));
      path = databases + "/" + id;

      Reply waiting =
          Eventually.until(
              () -> walker.get(path), r -> !r.at("/x-slipway/problem").isMissingNode());

      assertThat(waiting.state()).isEqualTo("pending");
      assertThat(waiting.word("/x-slipway/problem/type")).isEqualTo("DATABASE_PORT_IS_UNAVAILABLE");
      assertThat(waiting.word("/x-slipway/problem/description"))
          .contains(Integer.toString(wanted))
          .contains(Long.toString(ProcessHandle.current().pid()));
    }
    assertThat(walker.active(path).word("/publicEndpoint")).endsWith(":" + wanted);
  }

  @Test
  void portOfAnotherDatabaseIsRefused() throws Exception {
    Reply verdict = walker.verdict(walker.post(databases, Bodies.databaseOn(FIRST, "second")));

    assertThat(verdict.state()).isEqualTo("processing-error");
    assertThat(verdict.word("/response/error/type")).isEqualTo("DATABASE_CUSTOM_PORT_NOT_UNIQUE");
  }
}
