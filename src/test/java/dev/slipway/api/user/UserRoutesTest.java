package dev.slipway.api.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.FamilyTest;
import dev.slipway.model.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class UserRoutesTest extends FamilyTest {
  @Test
  void usersAreListedUnderTheirAccount() {
    server.user(1, Role.VIEWER, "0.0.0.0/0");

    JsonNode list = shown("/users");

    assertThat(list.get("account").asInt()).isEqualTo(1);
    assertThat(list.get("users").findValuesAsString("role")).containsExactly("Owner", "Viewer");
    assertThat(list.at("/users/1/hasApiKey").asBoolean()).isTrue();
    assertThat(list.at("/users/1/userType").asString()).isEqualTo("Local");
  }

  @Test
  void userIsShownAlone() {
    assertThat(shown("/users/" + id(0)).get("email").asString()).isEqualTo("OWNER@example.com");
    assertThat(owner.get("/v1/users/99").status()).isEqualTo(404);
  }

  @Test
  void changedRoleHoldsAtOnceForTheKeysOfTheUser() {
    var viewer = server.user(1, Role.VIEWER, "0.0.0.0/0");
    assertThat(viewer.get("/v1/subscriptions").status()).isEqualTo(200);

    accepted("PUT", "/users/" + id(1), "{\"name\":\"Vi\",\"role\":\"Member\"}");

    assertThat(viewer.get("/v1/subscriptions").status()).isEqualTo(403);
    assertThat(shown("/users/" + id(1)).get("name").asString()).isEqualTo("Vi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Manager", "Member", "Viewer", "Billing Admin", "Logs Viewer (API use only)"})
  void everyRoleIsReadAndShownInTheSameWords(String role) {
    server.user(1, Role.VIEWER, "0.0.0.0/0");
    accepted("PUT", "/users/" + id(1), "{\"name\":\"Vi\",\"role\":\"" + role + "\"}");

    assertThat(shown("/users/" + id(1)).get("role").asString()).isEqualTo(role);
  }

  @Test
  void keysOfARemovedUserAreDead() {
    var viewer = server.user(1, Role.VIEWER, "0.0.0.0/0");

    accepted("DELETE", "/users/" + id(1), "");

    assertThat(viewer.get("/v1/subscriptions").status()).isEqualTo(401);
    assertThat(shown("/users").get("users")).hasSize(1);
  }

  @Test
  void ownerMayChangeHisOwnName() {
    accepted("PUT", "/users/" + id(0), "{\"name\":\"Ann\",\"role\":\"Owner\"}");

    assertThat(shown("/").at("/account/key/owner/name").asString()).isEqualTo("Ann");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "PUT, self, `{'name':'Ann','role':'Viewer'}`, 403 FORBIDDEN USER_CANNOT_UPDATE_IT_IS_OWN_ROLE",
        "PUT, self, `{'name':' '}`, 400 BAD_REQUEST USER_NAME_IS_INVALID",
        "PUT, 99, `{'name':'Ann'}`, 404 NOT_FOUND USER_NOT_FOUND",
        "DELETE, self, ``, 403 FORBIDDEN USER_CANNOT_DELETE_OWN_USER",
        "DELETE, 99, ``, 404 NOT_FOUND USER_NOT_FOUND",
      })
  void refusals(String method, String user, String body, String error) {
    String path = "/users/" + (user.equals("self") ? id(0) : user);

    assertThat(refused(method, path, body == null ? "" : body.replace('\'', '"'))).isEqualTo(error);
  }

  @Test
  void usersOfOthersAreUnknown() {
    int mine = id(0);

    assertThat(server.owner(2).get("/v1/users/" + mine).status()).isEqualTo(404);
  }

  private int id(int place) {
    return shown("/users").at("/users/" + place + "/id").asInt();
  }
}
