package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntityTagTest extends RequestTest {
  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
  void clientThatHasTheAnswerGetsNoBody(String pattern) {
    String tag = owner.get("/v1/regions").header("ETag");

    var again = owner.send("GET", "/v1/regions", "", "If-None-Match", pattern.formatted(tag));

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.http().body()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(tag);
  }

  @Test
  void changedAnswerHasAnotherTag() {
    String tag = owner.get("/v1/tasks").header("ETag");
    owner.delete("/v1/subscriptions/1");

    var again = owner.send("GET", "/v1/tasks", "", "If-None-Match", tag);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("ETag")).isNotEqualTo(tag);
  }

  @Test
  void refusalHasNoTag() {
    var refused = owner.send("GET", "/v1/subscriptions/1", "", "If-None-Match", "*");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.http().headers().firstValue("ETag")).isEmpty();
  }

  @Test
  void whatIsAcceptedHasNoTag() {
    var accepted = owner.send("DELETE", "/v1/subscriptions/1", "", "If-None-Match", "*");

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.http().headers().firstValue("ETag")).isEmpty();
  }
}
