package dev.slipway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccountOperationsTest extends AdminTest {
  @ParameterizedTest
  @CsvSource({"flexible, 200, true", "annual, 200, true", "fixed, 403, false", "free, 403, false"})
  void accountOfEachPlanIsMadeAndUsesTheApiAsItsPlanAllows(
      String plan, int status, boolean usable) {
    var account = account(plan);

    assertThat(account.get("plan").asString()).isEqualTo(plan);
    assertThat(account.get("apiEnabled").asBoolean()).isTrue();
    assertThat(account.get("usable").asBoolean()).isEqualTo(usable);
    assertThat(client(account, key(account, "first-of-all")).get("/v1/").status())
        .isEqualTo(status);
  }

  @Test
  void accountKeyIsShownOnceAlone() {
    var account = account("flexible");

    assertThat(account.get("accountKey").asString()).matches("A[0-9a-f]{64}");
    assertThat(done("GET", path(account), "").has("accountKey")).isFalse();
    assertThat(done("GET", ACCOUNTS, "").toString())
        .contains("\"shop\"")
        .doesNotContain("accountKey");
  }

  @Test
  void ownerOfANewAccountIsItsFirstUser() {
    var users = done("GET", path(account("flexible")) + "/users", "").get("users");

    assertThat(users.size()).isEqualTo(1);
    assertThat(users.at("/0/name").asString()).isEqualTo("Ann");
    assertThat(users.at("/0/role").asString()).isEqualTo("Owner");
    assertThat(users.at("/0/hasApiKey").asBoolean()).isFalse();
  }

  @Test
  void apiIsEnabledAndDisabledFromTheNextRequestOn() {
    var account =
        done(
            "POST",
            ACCOUNTS,
            """
            {"name": "shop", "plan": "flexible", "apiEnabled": false,
             "owner": {"name": "Ann", "email": "ann@example.com"}}
            """);
    var client = client(account, key(account, "first-of-all"));

    var refused = client.get("/v1/");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().get("message").asString()).contains("not enabled");
    done("PUT", path(account), "{\"apiEnabled\": true}");
    assertThat(client.get("/v1/").status()).isEqualTo(200);
    done("PUT", path(account), "{\"apiEnabled\": false}");
    assertThat(client.get("/v1/").status()).isEqualTo(403);
  }

  @Test
  void planIsChangedAndTheRestStays() {
    var account = account("flexible");

    var changed = done("PUT", path(account), "{\"plan\": \"fixed\"}");

    assertThat(changed.get("plan").asString()).isEqualTo("fixed");
    assertThat(changed.get("name").asString()).isEqualTo("shop");
    assertThat(done("GET", path(account), "")).isEqualTo(changed);
  }

  @Test
  void nameIsChanged() {
    var account = account("flexible");

    done("PUT", path(account), "{\"name\": \"store\"}");

    assertThat(done("GET", path(account), "").get("name").asString()).isEqualTo("store");
  }

  @Test
  void replacedAccountKeyOpensNothingFromTheNextRequestOn() {
    var account = account("flexible");
    var key = key(account, "first-of-all");
    assertThat(client(account, key).get("/v1/").status()).isEqualTo(200);

    var replaced = done("POST", path(account) + "/account-key", "");

    assertThat(client(account, key).get("/v1/").status()).isEqualTo(401);
    assertThat(client(replaced, key).get("/v1/").status()).isEqualTo(200);
  }

  @Test
  void everyFaultOfANewAccountIsNamedAtOnce() {
    assertThat(
            refused(400, "POST", ACCOUNTS, "{\"plan\": \"golden\", \"owner\": {\"name\": \"\"}}"))
        .contains("(name)")
        .contains("(plan)")
        .contains("(owner.name)")
        .contains("(owner.email)");
  }

  @Test
  void unknownAccountIsNotFound() {
    assertThat(refused(404, "GET", ACCOUNTS + "/77", "")).contains("no account 77");
    assertThat(refused(404, "PUT", ACCOUNTS + "/77", "{}")).contains("no account 77");
    assertThat(refused(404, "POST", ACCOUNTS + "/77/account-key", "")).contains("no account 77");
    assertThat(refused(404, "GET", ACCOUNTS + "/77/users", "")).contains("no account 77");
    assertThat(refused(404, "GET", ACCOUNTS + "/77/keys", "")).contains("no account 77");
  }

  @Test
  void userOfAnyRoleIsMade() {
    var account = account("flexible");

    var user =
        done(
            "POST",
            path(account) + "/users",
            "{\"name\": \"Bo\", \"email\": \"bo@example.com\", \"role\": \"Billing Admin\"}");

    assertThat(user.get("role").asString()).isEqualTo("Billing Admin");
    assertThat(done("GET", path(account) + "/users", "").get("users").size()).isEqualTo(2);
  }

  @Test
  void userWithAnEmailThatIsTakenIsRefused() {
    var account = account("flexible");

    assertThat(
            refused(
                409,
                "POST",
                path(account) + "/users",
                "{\"name\": \"Bo\", \"email\": \"ANN@example.com\", \"role\": \"Viewer\"}"))
        .contains("email");
  }

  @Test
  void userWithoutARoleIsABadRequest() {
    assertThat(refused(400, "POST", path(account("flexible")) + "/users", "{\"name\": \"Bo\"}"))
        .contains("(role)")
        .contains("(email)");
  }
}
