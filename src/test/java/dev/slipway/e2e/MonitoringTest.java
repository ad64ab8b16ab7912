package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.LimitsDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What passes over databases that run make of them: alerts that are told, and metrics.
class MonitoringTest extends DatabasesTest {
  private static final Pattern METRIC = Pattern.compile("\\b(bdb|slipway|jvm|process)_[a-z_]+");

  @Override
  Site open(Path data) throws Exception {
    LimitsDraft limits = new LimitsDraft();
    limits.checkup = Duration.ofMillis(100);
    return Site.open(data, 14_900, limits.limits());
  }

  /// @param more fields, each behind a comma
  private Reply made(String more) throws Exception {
    String body =
        """
        {"name": "%s", "datasetSizeInGb": 0.1, "dataPersistence": "none", "replication": false%s}
        """
            .formatted(freshName(), more);
    return walker.get(make(body));
  }

  private String path(Reply database) {
    return databases + "/" + id(database);
  }

  private static String id(Reply database) {
    return database.at("/databaseId").asString();
  }

  private Stream<String> told(Reply database) {
    return walker
        .get("/logs?resourceId=" + id(database))
        .at("/entries")
        .valueStream()
        .filter(entry -> entry.path("type").asString().equals("Notification"))
        .map(entry -> entry.path("description").asString().replaceAll("[0-9.]+ %", "N %"));
  }

  private String subscription() {
    return databases.replace("/databases", "");
  }

  /// As a Prometheus asks for it that knows the endpoint and the keys.
  private Samples measured() {
    URI endpoint = URI.create(walker.get(subscription()).word("/prometheusEndpoint"));
    return Samples.of(
        walker.bare(
            "GET",
            endpoint.getPath(),
            "x-api-key",
            walker.accountKey(),
            "x-api-secret-key",
            walker.userKey()));
  }

  private Samples own() throws Exception {
    String token = site.credentials().getOrDefault("SLIPWAY_ADMIN_TOKEN", "");
    return Samples.of(walker.bare("GET", "/_slipway/metrics", "Authorization", "Bearer " + token));
  }

  @Test
  void alertIsToldWhenTheDataCrossesItsThresholdAndWhenItIsBack() throws Exception {
    Reply database = made(", \"alerts\": [{\"name\": \"dataset-size\", \"value\": 20}]");
    assertThat(database.at("/x-slipway/recordedOnly").toString()).doesNotContain("alerts");

    try (TenantRedis redis = TenantRedis.of(database)) {
      redis.call("SETRANGE", "large", "30000000", "x");
      Reply full =
          Eventually.until(() -> walker.get(path(database)), r -> r.at("/x-slipway").has("alarms"));
      assertThat(full.word("/x-slipway/alarms/0/name")).isEqualTo("dataset-size");
      double before = measured().value("bdb_used_memory", "bdb", id(database));
      assertThat(before).isGreaterThan(30_000_000);

      redis.call("FLUSHALL");
    }

    Eventually.until(() -> walker.get(path(database)), r -> !r.at("/x-slipway").has("alarms"));
    assertThat(told(database))
        .containsExactly(
            "Database %s: dataset-size is at N %%, no longer above 20".formatted(id(database)),
            "Database %s: dataset-size is at N %%, above 20".formatted(id(database)));
  }

  @Test
  void commandsOfClientsAreMeasured() throws Exception {
    Reply database = made("");
    try (TenantRedis redis = TenantRedis.of(database)) {
      Samples seen =
          Eventually.until(
              () -> {
                redis.call("SET", "k", "v");
                redis.call("GET", "k");
                return measured();
              },
              samples ->
                  samples.value("bdb_read_req", "bdb", id(database)) > 0
                      && samples.value("bdb_avg_write_latency", "bdb", id(database)) > 0);

      assertThat(seen.value("bdb_up", "bdb", id(database))).isEqualTo(1);
      assertThat(seen.value("bdb_memory_limit", "bdb", id(database))).isEqualTo(1e8);
      assertThat(seen.value("bdb_no_of_keys", "bdb", id(database))).isEqualTo(1);
    }
  }

  @Test
  void deathsAreCounted() throws Exception {
    Reply database = made("");
    double before = own().value("slipway_database_restarts_total");
    try (TenantRedis redis = TenantRedis.of(database)) {
      Signal.KILL.to(redis.process());
    }

    Eventually.until(this::own, now -> now.value("slipway_database_restarts_total") == before + 1);
  }

  @Test
  void everyMetricOfTheDashboardsIsAnswered() throws Exception {
    Reply database =
        made(", \"alerts\": [{\"name\": \"throughput-lower-than\", \"value\": 10000000}]");
    Set<String> wanted =
        Stream.of("databases", "slipway").flatMap(this::shown).collect(Collectors.toSet());
    assertThat(wanted).hasSizeGreaterThan(30);

    try (TenantRedis redis = TenantRedis.of(database)) {
      Eventually.until(
          () -> {
            redis.call("SET", "k", "v");
            redis.call("GET", "k");
            return Stream.of(measured(), own())
                .flatMap(samples -> samples.names().stream())
                .collect(Collectors.toSet());
          },
          names -> names.containsAll(wanted));
    }
  }

  private Stream<String> shown(String dashboard) {
    try {
      String text = Files.readString(Path.of("docs/grafana/" + dashboard + ".json"));
      return METRIC.matcher(text).results().map(MatchResult::group);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/_slipway/metrics", "/_slipway/metrics/subscriptions/10001"})
  void nobodyReadsMetricsWithoutAKey(String path) {
    assertThat(walker.bare("GET", path).status()).isEqualTo(401);
  }

  @Test
  void keysOfAnAccountOpenNeitherTheServersMetricsNorThoseOfAnotherAccount() throws Exception {
    Walker other = site.otherAccount();
    String[] keys = {"x-api-key", other.accountKey(), "x-api-secret-key", other.userKey()};
    String endpoint = "/_slipway/metrics" + subscription();

    assertThat(walker.bare("GET", "/_slipway/metrics", keys).status()).isEqualTo(401);
    assertThat(walker.bare("GET", endpoint, keys).status()).isEqualTo(404);
  }

  @Test
  void requestsAndTasksAreCounted() throws Exception {
    made("");
    walker.get("/nothing-here");

    Samples seen = own();

    assertThat(seen.value("slipway_http_request_seconds_count", "class", "4xx")).isPositive();
    assertThat(seen.value("slipway_task_seconds_count", "verdict", "completed")).isPositive();
    assertThat(seen.value("slipway_step_seconds_count", "step", "start")).isPositive();
    assertThat(seen.value("slipway_databases", "status", "active")).isPositive();
    assertThat(seen.value("slipway_tasks_submitted_total"))
        .isGreaterThanOrEqualTo(seen.value("slipway_task_seconds_count"));
    assertThat(seen.value("slipway_store_bytes", "file", "slipway.db")).isPositive();
  }
}
