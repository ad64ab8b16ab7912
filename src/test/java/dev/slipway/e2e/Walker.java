package dev.slipway.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.function.Consumer;

/// Walks through the API as the Go client does: the keys and a JSON content type on every request,
/// the first poll of a task at once.
///
/// @param base ends in `/v1`
/// @param diary is told every answer
record Walker(URI base, String accountKey, String userKey, Consumer<Reply> diary) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Set<String> VERDICTS = Set.of("processing-completed", "processing-error");

  /// Without a diary.
  Walker(URI base, String accountKey, String userKey) {
    this(base, accountKey, userKey, _ -> {});
  }

  /// The same that tells every answer.
  Walker telling(Consumer<Reply> listener) {
    return new Walker(base, accountKey, userKey, listener);
  }

  Reply get(String path) {
    return send("GET", path, "");
  }

  Reply post(String path, String body) {
    return send("POST", path, body);
  }

  Reply put(String path, String body) {
    return send("PUT", path, body);
  }

  Reply delete(String path) {
    return send("DELETE", path, "");
  }

  /// Sends with the usual headers.
  Reply send(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("X-Api-Key", accountKey)
            .header("X-Api-Secret-Key", userKey)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  /// Sends to the admin side.
  ///
  /// @param path below `/_slipway/v1`
  Reply admin(String token, String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(base.resolve("/_slipway/v1" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  /// Sends from the root of the server, with these headers alone.
  ///
  /// @param headers names and values in turn
  Reply bare(String method, String path, String... headers) {
    var request =
        HttpRequest.newBuilder(base.resolve(path)).method(method, BodyPublishers.noBody());
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      Reply reply = new Reply(HTTP.send(request.build(), BodyHandlers.ofString()));
      diary.accept(reply);
      return reply;
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("no answer", e);
    }
  }

  /// The task of an accepted request, when it has its verdict.
  Reply verdict(Reply accepted) throws Exception {
    if (accepted.status() != 202) {
      throw new AssertionError("not accepted: " + accepted);
    }
    String task = "/tasks/" + accepted.word("/taskId");
    return Eventually.until(() -> get(task), poll -> VERDICTS.contains(poll.state()));
  }

  /// The number of the resource of a task that must end well.
  int resource(Reply accepted) throws Exception {
    Reply verdict = verdict(accepted);
    if (!verdict.state().equals("processing-completed")) {
      throw new AssertionError("failed: " + verdict);
    }
    return verdict.at("/response/resourceId").asInt();
  }

  /// The resource when it is active.
  Reply active(String path) throws Exception {
    return Eventually.until(() -> get(path), reply -> reply.state().equals("active"));
  }

  /// The answer when the resource is gone.
  Reply gone(String path) throws Exception {
    return Eventually.until(() -> get(path), reply -> reply.status() == 404);
  }
}
