package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Client;
import dev.slipway.model.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a request comes from, for tests that stand at 127.0.0.1 in the place of a proxy.
final class SourcesTest {
  private static final String ADMIN = "/_slipway/v1/accounts";

  @TempDir private Path folder;

  private static String source(Client client, String forwarded) {
    return client
        .send("GET", "/v1/", "", "X-Forwarded-For", forwarded)
        .json()
        .at("/account/key/httpSourceIp")
        .asString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.7                       | 192.0.2.7",
        "192.0.2.7:4711                  | 192.0.2.7",
        "2001:db8::7                     | 2001:db8:0:0:0:0:0:7",
        "[2001:db8::7]:4711              | 2001:db8:0:0:0:0:0:7",
        "203.0.113.9, 192.0.2.7          | 192.0.2.7",
        "no address, 192.0.2.7           | 192.0.2.7",
        "192.0.2.7, 10.1.2.3             | 192.0.2.7",
        "10.9.9.9, 10.1.2.3              | 10.9.9.9",
      })
  void clientIsTheNearestAddressThatIsNoTrustedProxy(String forwarded, String client) {
    try (ApiServer server = ApiServer.behind(folder, "127.0.0.1,10.0.0.0/8")) {
      assertThat(source(server.owner(1), forwarded)).isEqualTo(client);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, https, https://",
    "127.0.0.1, http,  http://",
    "'',        https, http://",
  })
  void linksAreAsTheTrustedProxyIsReached(String proxies, String scheme, String start) {
    try (ApiServer server = ApiServer.behind(folder, proxies)) {
      var reply =
          server
              .owner(1)
              .send("GET", "/v1/", "", "X-Forwarded-Proto", scheme, "X-Forwarded-For", "192.0.2.7");

      assertThat(reply.json().at("/links/0/href").asString()).startsWith(start);
    }
  }

  @Test
  void whatAnybodyElseSaysDoesNotCount() {
    try (ApiServer server = ApiServer.behind(folder, "")) {
      assertThat(source(server.owner(1), "192.0.2.7")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void allowListIsOfTheClientBehindATrustedProxy() {
    try (ApiServer server = ApiServer.behind(folder, "127.0.0.1")) {
      server.owner(1);
      Client key = server.user(1, Role.OWNER, "192.0.2.0/24");

      assertThat(source(key, "192.0.2.7")).isEqualTo("192.0.2.7");
      assertThat(key.send("GET", "/v1/", "", "X-Forwarded-For", "203.0.113.9").status())
          .isEqualTo(403);
      assertThat(key.get("/v1/").status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "", "[", "192.0.2.7,"})
  void trustedProxyThatNamesNoAddressIsABadRequest(String forwarded) {
    try (ApiServer server = ApiServer.behind(folder, "127.0.0.1")) {
      var reply = server.owner(1).send("GET", "/v1/", "", "X-Forwarded-For", forwarded);

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.json().get("message").asString()).contains("X-Forwarded-For");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'',        X-Forwarded-For, 127.0.0.1,     403",
    "'',        Forwarded,       for=127.0.0.1, 403",
    "'',        Accept,          */*,           200",
    "127.0.0.1, X-Forwarded-For, 127.0.0.1,     200",
    "127.0.0.1, X-Forwarded-For, 192.0.2.7,     403",
  })
  void adminSideIsNotReachedThroughAProxyFromElsewhere(
      String proxies, String header, String value, int status) {
    try (ApiServer server = ApiServer.behind(folder, proxies)) {
      server.adminToken("token");

      var reply =
          server
              .stranger("no", "key")
              .sendBare("GET", ADMIN, "", "Authorization", "Bearer token", header, value);

      assertThat(reply.status()).isEqualTo(status);
    }
  }
}
