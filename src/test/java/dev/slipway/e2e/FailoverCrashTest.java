package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Failpoint;
import dev.slipway.platform.process.RunningDatabases;
import dev.slipway.proof.live.Java;
import dev.slipway.proof.live.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A server that is killed in the middle of a failover that was asked for, and the next one.
final class FailoverCrashTest {
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  @TempDir Path folder;
  private Path data = Path.of("");

  @BeforeEach
  void choose() {
    data = folder.resolve("data");
  }

  @AfterEach
  void close() throws Exception {
    new RunningDatabases(data).endAll();
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_PROMOTION", "AFTER_PROMOTION"})
  void failoverThatAKillBrokeOffEndsWithOnePrimaryThatHasEveryWrite(Failpoint point)
      throws Exception {
    try (Program dying = start(Map.of("SLIPWAY_CRASH_AT", point.label()))) {
      String path = replicated();
      Reply database = walker().get(path);
      try (AcknowledgedWrites writes = new AcknowledgedWrites(database)) {
        writes.goOn();
        order(path);
        assertThat(dying.crashed(LONGEST_START)).isTrue();

        try (Program _ = start(Map.of())) {
          writes.goOn();
          Reply again = walker().active(path);

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

  private Program start(Map<String, String> environment) throws IOException {
    Java java =
        Java.of("dev.slipway.Main", Java.ownFlags())
            .with(
                "serve",
                "--data",
                data.toString(),
                "--port",
                "0",
                "--database-ports",
                "16100-16119",
                "--internal-ports",
                "16120-16139");
    Program program = Program.start(java.command(), environment, folder.resolve("errors.txt"));
    program.awaitReady(LONGEST_START);
    return program;
  }

  private String replicated() throws Exception {
    Walker walker = walker();
    int id = walker.resource(walker.post("/subscriptions", Bodies.subscription("one", "first")));
    walker.active("/subscriptions/" + id);
    String databases = "/subscriptions/" + id + "/databases";
    String path =
        databases + "/" + walker.resource(walker.post(databases, Bodies.replicated("second")));
    walker.active(path);
    return path;
  }

  private void order(String path) throws IOException {
    Walker walker = walker();
    String order =
        "/accounts/%d/databases/%s/failover"
            .formatted(
                walker.get("/").at("/account/id").asInt(),
                path.substring(path.lastIndexOf('/') + 1));
    walker.admin(credentials().getOrDefault("SLIPWAY_ADMIN_TOKEN", ""), "POST", order, "");
  }

  private Walker walker() throws IOException {
    Map<String, String> words = credentials();
    return new Walker(
        URI.create(words.getOrDefault("REDISCLOUD_URL", "")),
        words.getOrDefault("REDISCLOUD_ACCESS_KEY", ""),
        words.getOrDefault("REDISCLOUD_SECRET_KEY", ""));
  }

  private Map<String, String> credentials() throws IOException {
    return Files.readAllLines(data.resolve("credentials.env")).stream()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
