package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Failpoint;
import dev.slipway.platform.process.RunningDatabases;
import dev.slipway.proof.live.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A server that is killed in the middle of a failover that was asked for, and the next one.
final class FailoverCrashTest {
  @TempDir Path folder;
  private ServedFolder served = new ServedFolder(Path.of(""), 0);

  @BeforeEach
  void choose() {
    served = new ServedFolder(folder.resolve("data"), 16_100);
  }

  @AfterEach
  void close() throws Exception {
    new RunningDatabases(served.data()).endAll();
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_PROMOTION", "AFTER_PROMOTION"})
  void failoverThatAKillBrokeOffEndsWithOnePrimaryThatHasEveryWrite(Failpoint point)
      throws Exception {
    try (Program dying = served.serve(Map.of("SLIPWAY_CRASH_AT", point.label()))) {
      String path = replicated();
      Reply database = served.walker().get(path);
      try (AcknowledgedWrites writes = new AcknowledgedWrites(database)) {
        writes.goOn();
        order(path);
        assertThat(dying.crashed(ServedFolder.LONGEST_START)).isTrue();

        try (Program _ = served.serve(Map.of())) {
          writes.goOn();
          Reply again = served.walker().active(path);

          assertThat(again.at("/x-slipway/failovers").asInt()).isOne();
          assertThat(again.word("/publicEndpoint")).isEqualTo(database.word("/publicEndpoint"));
          assertThat(writes.missing()).isZero();
          try (TenantRedis redis = TenantRedis.of(again)) {
            assertThat(redis.info("role")).isEqualTo("master");
            Eventually.until(() -> redis.info("slave0"), other -> other.contains("state=online"));
          }
        }
      }
    }
  }

  private String replicated() throws Exception {
    Walker walker = served.walker();
    int id = walker.resource(walker.post("/subscriptions", Bodies.subscription("one", "first")));
    walker.active("/subscriptions/" + id);
    String databases = "/subscriptions/" + id + "/databases";
    String path =
        databases + "/" + walker.resource(walker.post(databases, Bodies.replicated("second")));
    walker.active(path);
    return path;
  }

  private void order(String path) throws IOException {
    Walker walker = served.walker();
    String order =
        "/accounts/%d/databases/%s/failover"
            .formatted(
                walker.get("/").at("/account/id").asInt(),
                path.substring(path.lastIndexOf('/') + 1));
    walker.admin(served.credentials().getOrDefault("SLIPWAY_ADMIN_TOKEN", ""), "POST", order, "");
  }
}
