package dev.slipway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class KeyOperationsTest extends AdminTest {
  private JsonNode account;
  private String keys;

  @BeforeEach
  void open() {
    account = account("flexible");
    keys = path(account) + "/keys";
  }

  private String one(JsonNode key) {
    return keys + "/" + key.get("id").asInt();
  }

  @Test
  void userMayHaveSeveralKeysAndTheRootShowsTheOneThatAsks() {
    var first = key(account, "key-of-the-shop");
    var second = key(account, "key-of-the-robot");

    assertThat(name(first)).isEqualTo("key-of-the-shop");
    assertThat(name(second)).isEqualTo("key-of-the-robot");
    assertThat(done("GET", keys, "").get("keys").size()).isEqualTo(2);
  }

  private String name(JsonNode key) {
    return client(account, key).get("/v1/").json().at("/account/key/name").asString();
  }

  @Test
  void secretIsShownOnceAlone() {
    var key = key(account, "key-of-the-shop");

    assertThat(key.get("secretKey").asString()).matches("S[0-9a-f]{64}");
    assertThat(done("GET", one(key), "").has("secretKey")).isFalse();
    assertThat(done("GET", keys, "").toString()).doesNotContain("secretKey");
  }

  @Test
  void removedKeyOpensNothingFromTheNextRequestOnAndTheOthersStillOpen() {
    var first = key(account, "key-of-the-shop");
    var second = key(account, "key-of-the-robot");
    assertThat(client(account, first).get("/v1/").status()).isEqualTo(200);

    done("DELETE", one(first), "");

    assertThat(client(account, first).get("/v1/").status()).isEqualTo(401);
    assertThat(client(account, second).get("/v1/").status()).isEqualTo(200);
    assertThat(refused(404, "GET", one(first), "")).contains("no key");
    assertThat(refused(404, "DELETE", one(first), "")).contains("no key");
  }

  @Test
  void idOfARemovedKeyNeverComesBack() {
    var first = key(account, "key-of-the-shop");
    done("DELETE", one(first), "");

    assertThat(key(account, "key-of-the-shop").get("id").asInt())
        .isGreaterThan(first.get("id").asInt());
  }

  @Test
  void allowListHoldsFromTheNextRequestOn() {
    var key = key(account, "key-of-the-shop");
    assertThat(client(account, key).get("/v1/").status()).isEqualTo(200);

    done("PUT", one(key), "{\"allowedSourceIps\": [\"10.0.0.0/8\", \"2001:db8::/32\"]}");
    var reply = client(account, key).get("/v1/");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.json().get("message").asString()).contains("127.0.0.1");
    done("PUT", one(key), "{\"allowedSourceIps\": [\"127.0.0.1\"]}");
    assertThat(client(account, key).get("/v1/").json().at("/account/key/allowedSourceIps/0"))
        .hasToString("\"127.0.0.1\"");
  }

  @Test
  void keyIsMadeWithAnAllowList() {
    var key =
        done(
            "POST",
            keys,
            "{\"name\": \"key-of-the-shop\", \"userId\": %d, \"allowedSourceIps\": [\"10.0.0.0/8\"]}"
                .formatted(owner(account)));

    assertThat(key.at("/allowedSourceIps/0").asString()).isEqualTo("10.0.0.0/8");
    assertThat(client(account, key).get("/v1/").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({"POST", "PUT"})
  void everyBadBlockIsNamed(String method) {
    String path = method.equals("POST") ? keys : one(key(account, "key-of-the-shop"));
    String rest = method.equals("POST") ? "\"name\": \"another-key\", \"userId\": 1, " : "";

    assertThat(
            refused(
                400,
                method,
                path,
                "{" + rest + "\"allowedSourceIps\": [\"10.0.0.0/33\", \"::1\", \"here\"]}"))
        .contains("10.0.0.0/33, here must be a block");
  }

  @Test
  void emptyAllowListIsABadRequest() {
    assertThat(
            refused(400, "PUT", one(key(account, "key-of-the-shop")), "{\"allowedSourceIps\": []}"))
        .contains("allowedSourceIps");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nine-char",
        "fifty-one-characters-are-one-more-than-a-name-may-x",
        "with a blank",
        "dotted.name"
      })
  void nameThatIsNoneIsABadRequest(String name) {
    assertThat(refused(400, "POST", keys, "{\"name\": \"%s\", \"userId\": 1}".formatted(name)))
        .contains("10 to 50 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ten_letter", "fifty-characters-are-as-many-as-a-name-may-have-xx"})
  void namesOfTenAndOfFiftyCharactersAreGood(String name) {
    assertThat(key(account, name).get("name").asString()).isEqualTo(name);
  }

  @Test
  void nameThatIsTakenIsRefused() {
    key(account, "key-of-the-shop");

    assertThat(
            refused(
                409,
                "POST",
                keys,
                "{\"name\": \"key-of-the-shop\", \"userId\": %d}".formatted(owner(account))))
        .contains("key-of-the-shop");
  }

  @Test
  void unknownUserIsNotFound() {
    assertThat(refused(404, "POST", keys, "{\"name\": \"key-of-nobody\", \"userId\": 7}"))
        .contains("no user 7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Manager", "Member"})
  void userWhoseRoleHasNoApiGetsNoKey(String role) {
    int user =
        done(
                "POST",
                path(account) + "/users",
                "{\"name\": \"Bo\", \"email\": \"bo@example.com\", \"role\": \"%s\"}"
                    .formatted(role))
            .get("id")
            .asInt();

    assertThat(
            refused(
                409, "POST", keys, "{\"name\": \"key-of-bo-x\", \"userId\": %d}".formatted(user)))
        .contains(role);
  }

  @Test
  void keyOfAnotherAccountIsNotFound() {
    var key = key(account, "key-of-the-shop");

    assertThat(
            refused(404, "DELETE", path(account("annual")) + "/keys/" + key.get("id").asInt(), ""))
        .contains("no key");
    assertThat(client(account, key).get("/v1/").status()).isEqualTo(200);
  }
}
