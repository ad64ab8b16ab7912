package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Which bodies are read.
final class RequestBodyTest extends RequestTest {
  @Test
  void bodyOverOneMebibyteIsTooLarge() {
    assertThat(owner.post("/v1/subscriptions", " ".repeat((1 << 20) + 1)).status()).isEqualTo(413);
  }

  @Test
  void bodyOfOneMebibyteIsRead() {
    assertThat(owner.post("/v1/subscriptions", " ".repeat(1 << 20)).status()).isEqualTo(400);
  }

  @Test
  void bodyThatIsNotJsonIsAnUnsupportedMediaType() {
    var reply =
        owner.send(
            "POST",
            "/v1/subscriptions",
            "a=b",
            "Content-Type",
            "application/x-www-form-urlencoded");

    assertThat(reply.status()).isEqualTo(415);
  }

  @Test
  void deleteMayHaveABody() {
    assertThat(owner.send("DELETE", "/v1/subscriptions/5", "{\"a\":1}").status()).isEqualTo(202);
  }
}
