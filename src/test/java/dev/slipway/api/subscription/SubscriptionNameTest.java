package dev.slipway.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// What a subscription may be called.
final class SubscriptionNameTest extends SubscriptionTest {
  private static final String TWO_LINES = "two\nlines";

  @ParameterizedTest
  @ValueSource(
      strings = {"", "My new subscription", " a", "b ", "läden & Söhne – 1", "\uD83D\uDE80"})
  void anyReadableTextIsAName(String name) {
    int id = created(named(name));

    assertThat(shown(id).get("name").asString()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "   ", TWO_LINES, "tab\t", "\u0000", "\u007f", "\u0085", "\u00a0"})
  void blankTextsAndControlCharactersAreRefused(String name) {
    var reply = owner.post("/v1/subscriptions", named(name));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(message(reply)).contains(SubscriptionName.MISSHAPEN + " (name)");
  }

  @Test
  void longestNameIsAccepted() {
    assertThat(owner.post("/v1/subscriptions", named("n".repeat(255))).status()).isEqualTo(202);
  }

  @Test
  void nameThatIsWrongInTwoWaysIsToldBoth() {
    String name = "n".repeat(255) + TWO_LINES;

    assertThat(message(owner.post("/v1/subscriptions", named(name))))
        .contains(SubscriptionName.TOO_LONG + " (name)", SubscriptionName.MISSHAPEN + " (name)");
  }

  @Test
  void changeIsHeldToTheSameRule() {
    int id = active();

    var reply = owner.put("/v1/subscriptions/" + id, "{\"name\":\"tab\\t\"}");

    assertThat(message(reply)).contains(SubscriptionName.MISSHAPEN + " (name)");
  }

  @Test
  void changeWithoutANameKeepsIt() {
    int id = active();

    owner.put("/v1/subscriptions/" + id, "{\"publicEndpointAccess\":false}");

    server.process();
    assertThat(shown(id).get("publicEndpointAccess").asBoolean()).isFalse();
    assertThat(shown(id).get("name").asString()).isEqualTo("shop");
  }

  private int active() {
    int id = created(BODY);
    settle(id);
    return id;
  }

  private static String named(String name) {
    return BODY.replace("\"shop\"", JsonMapper.shared().writeValueAsString(name));
  }

  private static String message(Client.Reply reply) {
    return reply.json().get("message").asString();
  }
}
