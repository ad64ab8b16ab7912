package dev.slipway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Client;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HealthTest {
  @TempDir Path folder;
  private ApiServer server;

  @BeforeEach
  void start() {
    server = ApiServer.start(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Client.Reply ask(String what) {
    return server.stranger("no", "key").sendBare("GET", "/_slipway/health/" + what, "");
  }

  @Test
  void startingServerIsLive() {
    assertThat(ask("live").status()).isEqualTo(200);
  }

  @Test
  void startingServerIsNotReadyAndSaysWhy() {
    var reply = ask("ready");

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(reply.json().get("reason").asString()).isEqualTo("work is picked up");
  }

  @Test
  void startedServerIsReady() {
    server.readiness().ready();

    assertThat(ask("ready").status()).isEqualTo(200);
  }
}
