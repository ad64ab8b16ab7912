package dev.slipway.api.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.Api;
import dev.slipway.api.ApiServer;
import dev.slipway.model.Limits;
import dev.slipway.model.LimitsDraft;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a request is answered that becomes a task.
final class SubmissionTest extends TaskTest {
  @Test
  void acceptedRequestIsAnsweredWithTheReceivedTask() {
    var reply = submit();

    assertThat(reply.status()).isEqualTo(202);
    var json = reply.json();
    assertThat(json.get("commandType").asString()).isEqualTo("subscriptionCreateRequest");
    assertThat(json.get("status").asString()).isEqualTo("received");
    assertThat(json.get("description").asString())
        .isEqualTo("Task request received and is being queued for processing.");
    assertThat(json.get("timestamp").asString()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(json.has("response")).isFalse();
    assertThat(json.get("links").toString())
        .isEqualTo(
            "[{\"rel\":\"task\",\"type\":\"GET\",\"href\":\"http://127.0.0.1:"
                + server.port()
                + "/v1/tasks/"
                + reply.taskId()
                + "\"}]");
  }

  @Test
  void acceptedRequestSaysWhereAndWhenToLook() {
    var reply = submit();

    String where = "http://127.0.0.1:" + server.port() + "/v1/tasks/" + reply.taskId();
    assertThat(reply.header("Location")).isEqualTo(where);
    assertThat(reply.header("Operation-Location")).isEqualTo(where);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(UUID.fromString(reply.header("X-Request-Id"))).isNotNull();
  }

  @Test
  void repeatedKeyGetsTheFirstAnswer() {
    String first = submit("Idempotency-Key", "k").taskId();
    server.process();

    var again = submit("Idempotency-Key", "k");

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.taskId()).isEqualTo(first);
    assertThat(again.json().get("status").asString()).isEqualTo("received");
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void keyOfAnotherBodyIsUnprocessable() {
    submit("Idempotency-Key", "k");

    var other =
        owner.send(
            "POST", "/v1/subscriptions", BODY.replace("cache", "other"), "Idempotency-Key", "k");

    assertThat(other.status()).isEqualTo(422);
  }

  @Test
  void keyIsGoodForAnotherPath() {
    submit("Idempotency-Key", "k");

    assertThat(owner.send("DELETE", "/v1/subscriptions/7", "", "Idempotency-Key", "k").status())
        .isEqualTo(202);
  }

  @Test
  void fullLaneTurnsRequestsAway(@TempDir Path other) {
    server.close();
    server = ApiServer.start(other, Api.GENEROUS_RATE, lane(1));
    owner = server.owner(1);
    submit();

    var reply = submit();

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
  }

  private static Limits lane(int depth) {
    var draft = new LimitsDraft();
    draft.laneDepth = depth;
    return draft.limits();
  }
}
