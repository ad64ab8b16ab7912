package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How paths and methods are read.
final class RequestPathTest extends RequestTest {
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

  @ParameterizedTest
  @CsvSource({
    "PUT, /acl/redis-rules/9, /acl/redisRules/9",
    "GET, /subscriptions/9/databases/9/slowlog?limit=1, /subscriptions/9/databases/9/slow-log",
    "GET, /subscriptions/9/databases/9/backup-status, /subscriptions/9/databases/9/backup",
    "GET, /subscriptions/9/databases/9/import-status, /subscriptions/9/databases/9/import",
    "GET, /subscriptions/9/databases/9/redis-version-upgrade-status, /subscriptions/9/databases/9/upgrade",
    "POST, /subscriptions/9/databases/9/upgrade-redis-version, /subscriptions/9/databases/9/upgrade"
  })
  void pathsOfRedisctlMeanThoseOfTheApi(String method, String spelled, String path) {
    var one = owner.send(method, "/v1" + spelled, "{}");
    var other = owner.send(method, "/v1" + path, "{}");

    assertThat(one.status()).isEqualTo(other.status());
    assertThat(one.http().body()).doesNotContain("There is nothing at");
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
  void browserThatNamesItsPageInASecondHeaderIsToldToo() {
    var reply = owner.sendBare("GET", "/", "", "Accept", "image/png", "Accept", "text/html");

    assertThat(reply.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-api-key", "x-api-secret-key"})
  void whoBringsHalfAKeyIsAClientAndNoBrowser(String header) {
    var reply = owner.sendBare("GET", "/", "", "Accept", "text/html", header, "half");

    assertThat(reply.status()).isEqualTo(401);
  }

  @Test
  void unknownMethodIsAnsweredWithTheKnownOnes() {
    var reply = owner.send("PATCH", "/v1/subscriptions/5", "");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo("DELETE, GET, HEAD, PUT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "many",
        "010001",
        "+10001",
        "-1",
        "1000%D9%A1",
        "2147483648",
        "99999999999",
        "1.0"
      })
  void idThatIsNoPlainNumberIsABadRequest(String id) {
    assertThat(owner.get("/v1/subscriptions/" + id).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10001", "2147483647"})
  void plainNumberIsAnId(String id) {
    assertThat(owner.get("/v1/subscriptions/" + id).status()).isEqualTo(404);
  }
}
