package dev.slipway.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends requests with a pair of keys, as the Go client does: a JSON content type on every one.
public record Client(int port, String accountKey, String userKey) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final AtomicReference<AnswerCheck> DESCRIBED = new AtomicReference<>();

  /// What came back.
  public record Reply(HttpResponse<String> http) {
    /// The status.
    public int status() {
      return http.statusCode();
    }

    /// The body.
    public JsonNode json() {
      return JsonMapper.shared().readTree(http.body());
    }

    /// A header that must be there.
    public String header(String name) {
      return http.headers().firstValue(name).orElseThrow();
    }

    /// The task of an accepted request.
    public String taskId() {
      return json().get("taskId").asString();
    }
  }

  /// Reads.
  public Reply get(String path) {
    return send("GET", path, "");
  }

  /// Makes something.
  public Reply post(String path, String body) {
    return send("POST", path, body);
  }

  /// Changes something.
  public Reply put(String path, String body) {
    return send("PUT", path, body);
  }

  /// Takes something down.
  public Reply delete(String path) {
    return send("DELETE", path, "");
  }

  /// Sends anything.
  ///
  /// @param headers names and values in turn, besides the usual ones; a repeated name replaces
  public Reply send(String method, String path, String body, String... headers) {
    var all =
        new ArrayList<>(
            List.of(
                "Content-Type",
                "application/json",
                "Accept",
                "application/json",
                "x-api-key",
                accountKey,
                "x-api-secret-key",
                userKey));
    all.addAll(List.of(headers));
    return sendBare(method, path, body, all.toArray(String[]::new));
  }

  /// The same for all servers of this build.
  private AnswerCheck described() throws IOException, InterruptedException {
    AnswerCheck known = DESCRIBED.get();
    if (known == null) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/openapi.json"));
      known = new AnswerCheck(HTTP.send(request.build(), BodyHandlers.ofString()).body());
      DESCRIBED.set(known);
    }
    return known;
  }

  /// Sends without any header but these.
  public Reply sendBare(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofString());
      described().check(method, path, answer);
      return new Reply(answer);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
