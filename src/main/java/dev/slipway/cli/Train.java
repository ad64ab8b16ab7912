package dev.slipway.cli;

import dev.slipway.Config;
import dev.slipway.Config.PortRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// `train`, which only the launcher calls: one short life of a server on an empty folder, so that
/// the JVM can note which classes and methods a start needs. What it notes is a cache.
final class Train {
  private static final String SUBSCRIPTION = "/subscriptions/10001";
  private static final String DATABASE = SUBSCRIPTION + "/databases/10001";
  private static final int PATIENCE_MILLIS = 30_000;
  private static final int MOST_LOOKS = 2_000;
  private static final String CREATION =
      """
      {"name": "training", "paymentMethod": "marketplace",
       "cloudProviders": [{"regions": [{"region": "us-east-1", "networking": {"deploymentCIDR": "10.0.0.0/24"}}]}],
       "databases": [{"name": "training", "protocol": "redis", "datasetSizeInGb": 0.1}]}
      """;

  private static final List<String> READS =
      List.of(
          "/_slipway/health/ready",
          "/v1/",
          "/v1/regions",
          "/v1/tasks",
          "/v1/subscriptions",
          "/v1" + SUBSCRIPTION,
          "/v1" + SUBSCRIPTION + "/databases",
          "/v1/nothing-here");

  private final Service.Starter starter;

  Train(Service.Starter starter) {
    this.starter = starter;
  }

  /// Twice, since a first start makes what a later one finds: tables, keys and running databases.
  void run(Path data) throws IOException {
    try (Service service = starter.start(config(data, false))) {
      Visit visit = visit(service, data);
      visit.send("POST", "/v1/subscriptions", CREATION);
      visit.untilActive("/v1" + DATABASE);
    }
    try (Service service = starter.start(config(data, true))) {
      Visit visit = visit(service, data);
      visit.untilActive("/v1" + DATABASE);
      READS.forEach(path -> visit.send("GET", path, ""));
      visit.send("PUT", "/v1" + DATABASE, "{\"name\": \"trained\"}");
      visit.send("DELETE", "/v1" + DATABASE, "");
    }
  }

  private static Config config(Path data, boolean last) {
    return new Config(
        data,
        "127.0.0.1",
        0,
        new PortRange(10_000, 19_999),
        new PortRange(20_000, 29_999),
        "127.0.0.1",
        last,
        Set.of(),
        Optional.empty());
  }

  private static Visit visit(Service service, Path data) throws IOException {
    return new Visit("http://127.0.0.1:" + service.port(), keys(data));
  }

  private static Map<String, String> keys(Path data) throws IOException {
    try (var lines = Files.lines(CredentialsFile.in(data).path())) {
      return lines
          .map(line -> line.split("=", 2))
          .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
  }

  /// A client with just enough for this.
  private record Visit(String server, Map<String, String> keys) {
    /// Sends one request and reads its answer, whatever it says.
    String send(String method, String path, String body) {
      try {
        return exchange(method, path, body);
      } catch (IOException e) {
        throw new UncheckedIOException(method + " " + path, e);
      }
    }

    private String exchange(String method, String path, String body) throws IOException {
      var connection = (HttpURLConnection) URI.create(server + path).toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setRequestMethod(method);
      connection.setRequestProperty("x-api-key", keys.get("REDISCLOUD_ACCESS_KEY"));
      connection.setRequestProperty("x-api-secret-key", keys.get("REDISCLOUD_SECRET_KEY"));
      connection.setRequestProperty("content-type", "application/json");
      if (!body.isEmpty()) {
        connection.setDoOutput(true);
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      }
      InputStream answer =
          connection.getResponseCode() < 400
              ? connection.getInputStream()
              : connection.getErrorStream();
      return answer == null ? "" : new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }

    void untilActive(String path) {
      for (int looks = 0; looks < MOST_LOOKS; looks++) {
        if (send("GET", path, "").contains("\"active\"")) {
          return;
        }
      }
      throw new IllegalStateException(path + " does not become active");
    }
  }
}
