package dev.slipway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in to the admin side.
final class TokenDoorTest extends AdminTest {
  @Test
  void requestWithoutTheTokenIsToldWhatToSend() {
    Client.Reply reply = server.stranger("no", "key").sendBare("GET", ACCOUNTS, "");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(reply.json().get("message").asString()).contains("SLIPWAY_ADMIN_TOKEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer other", "Basic token-of-the-test", "token-of-the-test", "Bearer"})
  void anythingElseIsUnauthorized(String authorization) {
    assertThat(ask("GET", ACCOUNTS, "", "Authorization", authorization).status()).isEqualTo(401);
  }

  @Test
  void schemeIsReadInAnyCase() {
    assertThat(ask("GET", ACCOUNTS, "", "Authorization", "bearer token-of-the-test").status())
        .isEqualTo(200);
  }

  @Test
  void replacedTokenOpensNothing() {
    server.adminToken("another");

    assertThat(ask("GET", ACCOUNTS, "").status()).isEqualTo(401);
  }

  @Test
  void keysOfAnAccountAreNoToken() {
    var owner = server.owner(1);

    assertThat(owner.get(ACCOUNTS).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null"})
  void pageOfAnotherServerMayNotWrite(String origin) {
    assertThat(ask("POST", ACCOUNTS, "{}", "Origin", origin).status()).isEqualTo(403);
    assertThat(ask("GET", ACCOUNTS, "", "Origin", origin).status()).isEqualTo(200);
  }

  @Test
  void pageOfThisServerMayWrite() {
    assertThat(ask("POST", ACCOUNTS, "{}", "Origin", "http://127.0.0.1:" + server.port()).status())
        .isEqualTo(400);
  }

  @Test
  void unknownPathIsNotFoundAndAnotherMethodIsNotAllowed() {
    assertThat(ask("GET", "/_slipway/v1/nothing", "").status()).isEqualTo(404);
    assertThat(ask("DELETE", ACCOUNTS, "").status()).isEqualTo(405);
  }

  @Test
  void answersBearTheNumberOfTheirRequestAndNoRate() {
    var reply = ask("GET", ACCOUNTS, "");

    assertThat(reply.header("X-Request-Id")).isNotEmpty();
    assertThat(reply.http().headers().firstValue("X-Rate-Limit-Remaining")).isEmpty();
  }
}
