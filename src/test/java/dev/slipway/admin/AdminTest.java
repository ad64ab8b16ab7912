package dev.slipway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Client;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A test of the admin side, over HTTP and with its token.
abstract class AdminTest {
  static final String ACCOUNTS = "/_slipway/v1/accounts";
  private static final String TOKEN = "token-of-the-test";

  @TempDir Path folder;
  ApiServer server;

  @BeforeEach
  final void start() {
    server = ApiServer.start(folder);
    server.adminToken(TOKEN);
  }

  @AfterEach
  final void stop() {
    server.close();
  }

  /// Sends a request with the token; what is more replaces.
  Client.Reply ask(String method, String path, String body, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Authorization";
    all[1] = "Bearer " + TOKEN;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return server.stranger("no", "key").sendBare(method, path, body, all);
  }

  /// What a good request shows.
  JsonNode done(String method, String path, String body) {
    var reply = ask(method, path, body);
    assertThat(reply.status()).as(reply.http().body()).isIn(200, 201);
    return reply.json();
  }

  /// The sentence of a request that is refused with this status.
  String refused(int status, String method, String path, String body) {
    var reply = ask(method, path, body);
    assertThat(reply.status()).as(reply.http().body()).isEqualTo(status);
    return reply.json().get("message").asString();
  }

  /// A new account of this plan, with its key.
  JsonNode account(String plan) {
    return done(
        "POST",
        ACCOUNTS,
        """
        {"name": "shop", "plan": "%s", "owner": {"name": "Ann", "email": "ann@example.com"}}
        """
            .formatted(plan));
  }

  static String path(JsonNode account) {
    return ACCOUNTS + "/" + account.get("id").asInt();
  }

  /// The only user of a new account.
  int owner(JsonNode account) {
    return done("GET", path(account) + "/users", "").at("/users/0/id").asInt();
  }

  /// A new key of its owner.
  JsonNode key(JsonNode account, String name) {
    return done(
        "POST",
        path(account) + "/keys",
        "{\"name\": \"%s\", \"userId\": %d}".formatted(name, owner(account)));
  }

  /// A client with these two keys.
  Client client(JsonNode account, JsonNode key) {
    return server.stranger(account.get("accountKey").asString(), key.get("secretKey").asString());
  }
}
