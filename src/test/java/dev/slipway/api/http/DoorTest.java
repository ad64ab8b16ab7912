package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Client;
import dev.slipway.model.Account;
import dev.slipway.model.Limits;
import dev.slipway.model.Role;
import dev.slipway.store.StoreUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens to a request before any operation sees it.
final class DoorTest {
  @TempDir Path folder;
  private ApiServer server;
  private Client owner;

  @BeforeEach
  void start() {
    server = ApiServer.start(folder);
    owner = server.owner(1);
  }

  @AfterEach
  void stop() {
    server.close();
  }

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
  void requestWithoutKeysIsUnauthorized() {
    assertThat(owner.sendBare("GET", "/v1/tasks", "").status()).isEqualTo(401);
  }

  @Test
  void unknownKeysAreUnauthorized() {
    assertThat(server.stranger("account-1", "nobody").get("/v1/tasks").status()).isEqualTo(401);
  }

  @Test
  void keysOfTwoAccountsAreUnauthorized() {
    Client other = server.owner(2);

    assertThat(server.stranger("account-1", other.userKey()).get("/v1/tasks").status())
        .isEqualTo(401);
  }

  @Test
  void accountWithoutTheApiIsForbidden() {
    var reply = server.owner(2, Account.Plan.FLEXIBLE, false).get("/v1/tasks");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.json().get("message").asString()).contains("not enabled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FIXED", "FREE"})
  void plansWithoutTheApiAreForbidden(Account.Plan plan) {
    var reply = server.owner(2, plan, true).get("/v1/tasks");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.json().get("message").asString()).contains(plan.name());
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.0/8, 403", "127.0.0.0/8, 200", "127.0.0.1, 200", "127.0.0.2, 403"})
  void keyOpensFromItsOwnAddressesAlone(String source, int status) {
    assertThat(server.user(1, Role.OWNER, source).get("/v1/tasks").status()).isEqualTo(status);
  }

  @Test
  void viewerMayReadAndNotWrite() {
    Client viewer = server.user(1, Role.VIEWER, "0.0.0.0/0");

    assertThat(viewer.get("/v1/subscriptions").status()).isEqualTo(200);
    assertThat(viewer.post("/v1/subscriptions", "{}").json().get("message").asString())
        .startsWith("USER_INSUFFICIENT_ROLE");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, 200", "GET, /payment-methods, 200", "GET, /subscriptions, 200",
    "GET, /tasks, 403", "GET, /regions, 403", "DELETE, /subscriptions/5, 403",
  })
  void billingAdminSeesWhatIsPaidFor(String method, String path, int status) {
    Client billing = server.user(1, Role.BILLING_ADMIN, "0.0.0.0/0");

    assertThat(billing.send(method, path, "").status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"'{\"paymentMethodId\":1}', 202", "'{\"name\":\"x\"}', 403"})
  void billingAdminMayChangeThePaymentAlone(String body, int status) {
    Client billing = server.user(1, Role.BILLING_ADMIN, "0.0.0.0/0");

    assertThat(billing.put("/v1/subscriptions/5", body).status()).isEqualTo(status);
  }

  @Test
  void logsViewerSeesNothingHere() {
    Client logs = server.user(1, Role.LOGS_VIEWER, "0.0.0.0/0");

    assertThat(logs.get("/v1/subscriptions").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/tasks",
        "/tasks",
        "/v1/tasks/",
        "//v1//tasks",
        "/v1/tasks//",
        "/v1/tasks?x=1",
        "/v1/tasks%3Fx=1"
      })
  void onePathHasManySpellings(String path) {
    assertThat(owner.get(path).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/v1", "/v1/", "//"})
  void accountRootHasManySpellings(String path) {
    assertThat(owner.get(path).json().at("/account/id").asInt()).isEqualTo(1);
  }

  @Test
  void queryInThePathIsReadAsAQuery() {
    assertThat(owner.get("/v1/subscriptions/redis-versions%3FsubscriptionId=5").status())
        .isEqualTo(404);
  }

  @Test
  void browserAtTheDoorIsToldWhereTheApiIs() {
    var reply = owner.sendBare("GET", "/", "", "Accept", "text/html,*/*");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.http().body()).contains("/v1");
  }

  @Test
  void unknownMethodIsAnsweredWithTheKnownOnes() {
    var reply = owner.send("PATCH", "/v1/subscriptions/5", "");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo("DELETE, GET, PUT");
  }

  @Test
  void fixedPlansAreForbiddenRatherThanMissing() {
    assertThat(owner.get("/v1/fixed/subscriptions/5").status()).isEqualTo(403);
  }

  @Test
  void idThatIsNoNumberIsABadRequest() {
    assertThat(owner.get("/v1/subscriptions/many").status()).isEqualTo(400);
  }

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

  @Test
  void rateLimitIsCountedDownInEveryAnswer() {
    owner.get("/v1/tasks");

    assertThat(owner.get("/v1/nothing").header("X-Rate-Limit-Remaining")).isEqualTo("99998");
  }

  @Test
  void requestsBeyondTheRateHaveToWait(@TempDir Path other) {
    server.close();
    server = ApiServer.start(other, 2, Limits.standard());
    owner = server.owner(1);
    owner.get("/v1/tasks");
    owner.get("/v1/tasks");

    var reply = owner.get("/v1/tasks");

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.header("Retry-After")).isEqualTo("30");
    assertThat(reply.header("X-Rate-Limit-Remaining")).isEqualTo("0");
  }

  @Test
  void rateIsRefilledWithTime(@TempDir Path other) {
    server.close();
    server = ApiServer.start(other, 1, Limits.standard());
    owner = server.owner(1);
    owner.get("/v1/tasks");
    server.pass(Duration.ofMinutes(1));

    assertThat(owner.get("/v1/tasks").status()).isEqualTo(200);
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

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:9, 200",
    "localhost, 200",
    "LOCALHOST:80, 200",
    "[::1]:80, 200",
    "redis.example.com, 200",
    "evil.example.com, 421",
    "evil.example.com:7447, 421",
    "127.0.0.1.evil.example.com, 421",
  })
  void serverAnswersToItsOwnNamesAlone(String host, int status) throws IOException {
    assertThat(raw("GET /v1/tasks HTTP/1.1\r\nHost: " + host + "\r\n" + keys()))
        .startsWith("HTTP/1.1 " + status + " ");
  }

  @Test
  void headersOverSixteenKibibytesAreRefused() throws IOException {
    assertThat(
            raw(
                "GET /v1/tasks HTTP/1.1\r\nHost: localhost\r\nX-Long: "
                    + "a".repeat(17_000)
                    + "\r\n"
                    + keys()))
        .startsWith("HTTP/1.1 4")
        .contains("\"timestamp\"");
  }

  @Test
  void refusedHeadHasNoBody() throws IOException {
    assertThat(raw("HEAD /v1/tasks HTTP/1.1\r\nHost: localhost\r\n" + keys()))
        .startsWith("HTTP/1.1 405 ")
        .endsWith("\r\n\r\n");
  }

  @Test
  void requestWithoutAHostIsRefusedInTheFrame() throws IOException {
    assertThat(raw("GET /v1/tasks HTTP/1.1\r\nConnection: close\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"timestamp\"");
  }

  private String keys() {
    return "Connection: close\r\nx-api-key: "
        + owner.accountKey()
        + "\r\nx-api-secret-key: "
        + owner.userKey()
        + "\r\n";
  }

  private String raw(String head) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
