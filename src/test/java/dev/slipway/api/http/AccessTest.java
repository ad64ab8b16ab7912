package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.Client;
import dev.slipway.model.Account;
import dev.slipway.model.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in.
final class AccessTest extends RequestTest {
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

  @Test
  void fixedPlansAreForbiddenRatherThanMissing() {
    assertThat(owner.get("/v1/fixed/subscriptions/5").status()).isEqualTo(403);
  }
}
