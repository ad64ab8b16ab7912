package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.store.StoreUnavailable;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// How failures are told.
final class ErrorFrameTest extends RequestTest {
  @Test
  void everyErrorComesInTheSameFrame() {
    var reply = owner.get("/v1/nothing");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().propertyNames())
        .containsExactly("timestamp", "status", "error", "message", "path");
    assertThat(reply.json().get("timestamp").asString()).isEqualTo("2026-01-01T00:00:00.000+00:00");
    assertThat(reply.json().get("error").asString()).isEqualTo("Not Found");
    assertThat(reply.json().get("path").asString()).isEqualTo("/v1/nothing");
  }

  @Test
  void brokenStoreIsUnavailableForAWhile() {
    server.breakStore(new StoreUnavailable("disk full", new IOException("no space")));

    var reply = owner.get("/v1/tasks");

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(reply.json().get("message").asString()).isEqualTo("disk full");
  }

  @Test
  void failureInsideIsNotToldButNamed() {
    server.breakStore(new IllegalStateException("the secret of the house"));

    var reply = owner.get("/v1/tasks");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.json().get("message").asString())
        .startsWith("GENERAL_ERROR")
        .contains(reply.header("X-Request-Id"))
        .doesNotContain("secret");
  }
}
