package dev.slipway.api.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.Client.Reply;
import dev.slipway.api.FamilyTest;
import dev.slipway.model.AccountId;
import dev.slipway.model.Sha256;
import dev.slipway.store.Tasks.Idempotency;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Writes that are done at once and bear an `Idempotency-Key`.
final class FirstAnswerTest extends FamilyTest {
  private static final String TAG = "{\"key\":\"team\",\"value\":\"shop\"}";
  private String tags = "";

  @BeforeEach
  void addDatabase() {
    int id = database();
    tags = "/v1/subscriptions/" + id + "/databases/" + id + "/tags";
  }

  @Test
  void repetitionGetsTheFirstAnswer() {
    Reply first = send(TAG, "one");
    server.pass(Duration.ofHours(1));
    Reply again = send(TAG, "one");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.http().body()).isEqualTo(first.http().body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(first.http().headers().firstValue("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefused() {
    send(TAG, "one");

    assertThat(send("{\"key\":\"other\",\"value\":\"x\"}", "one").status()).isEqualTo(422);
  }

  @Test
  void anotherKeyIsAnotherRequest() {
    send(TAG, "one");

    assertThat(send(TAG, "two").status()).isEqualTo(409);
  }

  @Test
  void refusedRequestMayBeTriedAgainUnderItsKey() {
    owner.post(tags, TAG);
    Reply refused = send(TAG, "one");
    owner.delete(tags + "/team");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(send(TAG, "one").status()).isEqualTo(200);
  }

  @Test
  void requestWhoseFirstIsNotAnsweredYetIsToldToWait() {
    begun(TAG);

    Reply reply = send(TAG, "one");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(shownTags()).isEmpty();
  }

  @Test
  void requestThatWasAbandonedIsDoneByItsRepetition() {
    begun(TAG);
    server.pass(Duration.ofMinutes(2));

    assertThat(send(TAG, "one").status()).isEqualTo(200);
    assertThat(shownTags()).hasSize(1);
  }

  private Reply send(String body, String key) {
    return owner.send("POST", tags, body, "Idempotency-Key", key);
  }

  private JsonNode shownTags() {
    return owner.get(tags).json().get("tags");
  }

  /// As if another replica were at it.
  private void begun(String body) {
    String path = tags.substring("/v1".length());
    var key = new Idempotency("POST " + path, "one", Sha256.hex(body));
    server.write(
        tx -> tx.answers().begin(new AccountId(1), key, server.now(), server.now()).isEmpty());
  }
}
