package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.CannotStart;
import dev.slipway.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How a server is found, who may start one, and what it leaves for its user.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontDoorTest {
  private static final int FIRST_PORT = 14_400;
  private static final int PATIENCE_MILLIS = 30_000;

  private Site site;
  private Walker walker;
  private String subscription;

  @BeforeAll
  void open(@TempDir Path data) throws Exception {
    site = Site.open(data, FIRST_PORT);
    walker = site.walker();
    int id = walker.resource(walker.post("/subscriptions", Bodies.subscription("one", "first")));
    subscription = "/subscriptions/" + id;
    walker.active(subscription);
  }

  @AfterAll
  void close() throws Exception {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"live", "ready"})
  void healthIsToldWithoutAKey(String question) {
    Reply health = walker.bare("GET", "/_slipway/health/" + question);

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.state()).isEqualTo(question);
  }

  @Test
  void everyPathAnswersWithoutItsVersion() {
    Reply bare =
        walker.bare(
            "GET",
            subscription,
            "x-api-key",
            walker.accountKey(),
            "x-api-secret-key",
            walker.userKey());

    assertThat(bare.status()).isEqualTo(200);
    assertThat(bare.at("/id")).isEqualTo(walker.get(subscription).at("/id"));
  }

  @Test
  void browserIsShownWhereTheApiIs() {
    Reply page = walker.bare("GET", "/", "Accept", "text/html");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("/v1");
  }

  @Test
  void callerWithoutKeysIsUnauthorized() {
    assertThat(walker.bare("GET", "/v1/subscriptions").status()).isEqualTo(401);
  }

  @Test
  void nameThatIsNotTheServersIsMisdirected() throws IOException {
    String keys =
        "x-api-key: %s\r\nx-api-secret-key: %s\r\n"
            .formatted(walker.accountKey(), walker.userKey());

    assertThat(raw("Host: rebound.example.com\r\n" + keys)).startsWith("HTTP/1.1 421 ");
    assertThat(raw("Host: 127.0.0.1:" + site.port() + "\r\n" + keys)).startsWith("HTTP/1.1 200 ");
  }

  private String raw(String headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String request = "GET /v1/subscriptions HTTP/1.1\r\nConnection: close\r\n" + headers + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void secondServerOnTheFolderIsRefusedAndTheFirstGoesOn() throws Exception {
    CannotStart refused = refusal(() -> Server.start(site.config(0)).close());

    assertThat(refused.lines()).singleElement().asString().contains(site.data().toString());
    assertThat(walker.get(subscription).state()).isEqualTo("active");
    assertThat(Files.readString(site.data().resolve("server.pid")))
        .startsWith(ProcessHandle.current().pid() + " ");
    assertThat(site.credentials()).containsEntry("REDISCLOUD_URL", walker.base().toString());
  }

  @Test
  void portInUseIsNamedAndTheFolderIsFreeAgain(@TempDir Path data) throws Exception {
    try (Site other = Site.open(data, FIRST_PORT + 50)) {
      other.stop();
      try (ServerSocket stranger = Site.stranger(0)) {
        int port = stranger.getLocalPort();

        CannotStart refused = refusal(() -> Server.start(other.config(port)).close());

        assertThat(refused.lines()).singleElement().asString().contains(Integer.toString(port));
      }
      other.start();
      assertThat(other.walker().get("/subscriptions").status()).isEqualTo(200);
    }
  }

  private static CannotStart refusal(ThrowingCallable start) {
    return catchThrowableOfType(CannotStart.class, start);
  }

  @Test
  void credentialsAreTheOwnersAloneAndEveryClientFindsItsNames() throws Exception {
    Path file = site.data().resolve("credentials.env");

    List<String> lines = Files.readAllLines(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(lines).allMatch(line -> line.matches("[A-Z_]+=[^\"' ]+"));
    assertThat(site.credentials())
        .containsEntry("REDISCLOUD_URL", "http://127.0.0.1:" + site.port() + "/v1")
        .containsKeys(
            "REDISCLOUD_ACCESS_KEY",
            "REDISCLOUD_SECRET_KEY",
            "REDIS_CLOUD_API_KEY",
            "REDIS_CLOUD_SECRET_KEY",
            "SLIPWAY_ADMIN_TOKEN");
  }
}
