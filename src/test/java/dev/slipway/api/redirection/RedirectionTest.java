package dev.slipway.api.redirection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.Client.Reply;
import dev.slipway.api.FamilyTest;
import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// How the endpoint of one database is led to another, and back.
final class RedirectionTest extends FamilyTest {
  private int source;
  private int target;

  @BeforeEach
  void make() {
    source = database();
    target =
        active(
            Kind.DATABASE,
            "/subscriptions/" + source + "/databases",
            "{\"name\":\"other\",\"datasetSizeInGb\":0.1}");
  }

  @Test
  void redirectionBeginsAtOnceAndIsPlayed() {
    JsonNode started = redirect(source, target).json();

    assertThat(started.get("status").asString()).isEqualTo("initiated");
    assertThat(started.get("sourceDatabaseId").asInt()).isEqualTo(source);
    assertThat(started.get("targetDatabaseId").asInt()).isEqualTo(target);
    assertThat(started.get("isRevert").asBoolean()).isFalse();
    assertThat(started.at("/endpoints/0/sourceEndpointName").asString())
        .isEqualTo("redis-" + source);
    assertThat(started.at("/endpoints/0/targetEndpointType").asString()).isEqualTo("private");
    assertThat(started.at("/x-slipway/emulated").asBoolean()).isTrue();
    assertThat(started.has("completedAt")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "999, initiated",
    "1000, pending",
    "1999, pending",
    "2000, in-progress",
    "2999, in-progress",
    "3000, completed"
  })
  void redirectionGoesOnByItself(int millis, String status) {
    String path = path(redirect(source, target));

    server.pass(Duration.ofMillis(millis));

    assertThat(shown(path).get("status").asString()).isEqualTo(status);
    assertThat(shown(path).has("completedAt")).isEqualTo(status.equals("completed"));
  }

  @Test
  void redirectionFailsWhenADatabaseIsDeletedMeanwhile() {
    String path = path(redirect(source, target));

    accepted("DELETE", "/subscriptions/" + source + "/databases/" + target, "");
    server.pass(Duration.ofSeconds(5));

    assertThat(shown(path).get("status").asString()).isEqualTo("failed");
    assertThat(shown(path).get("errorMessage").asString()).contains("was deleted");
    assertThat(redirect(source, target).http().body()).contains("DATABASE_NOT_ACTIVE");
  }

  @Test
  void completedRedirectionOutlivesItsDatabases() {
    String path = completed();

    accepted("DELETE", "/subscriptions/" + source + "/databases/" + target, "");

    assertThat(shown(path).get("status").asString()).isEqualTo("completed");
  }

  @Test
  void revertIsARedirectionOfItsOwn() {
    String path = completed();

    JsonNode back = owner.post("/v1" + path + "/revert", "").json();

    assertThat(back.get("isRevert").asBoolean()).isTrue();
    assertThat(back.get("sourceDatabaseId").asInt()).isEqualTo(target);
    assertThat(back.get("status").asString()).isEqualTo("initiated");
    assertThat(shown(path).get("status").asString()).isEqualTo("completed");
    server.pass(Duration.ofSeconds(3));
    assertThat(shown(path).get("status").asString()).isEqualTo("reverted");
    assertThat(shown(path).has("revertedAt")).isTrue();
    assertThat(
            shown("/endpoint-redirections/" + back.get("redirectionId").asString())
                .get("status")
                .asString())
        .isEqualTo("completed");
  }

  @Test
  void redirectionAndItsEndAreInTheSystemLog() {
    String path = completed();
    server.pass(Duration.ofMinutes(6));
    String traffic = "/v1/subscriptions/%d/databases/%d/traffic/resume".formatted(source, source);
    assertThat(owner.post(traffic, "").status()).isEqualTo(204);
    owner.post("/v1" + path + "/revert", "");

    assertThat(shown("/logs?limit=3").get("entries").findValuesAsString("description"))
        .containsExactly(
            "Database " + source + " is redirected no more",
            "Traffic to database " + source + " goes on",
            "Database " + source + " was redirected to database " + target);
  }

  @Test
  void revertIsForADayAfterTheRedirection() {
    String path = completed();
    server.pass(Duration.ofHours(24));
    assertThat(owner.post("/v1" + path + "/revert", "").status()).isEqualTo(200);
    server.pass(Duration.ofSeconds(3));

    String late = completed();
    server.pass(Duration.ofHours(24).plusSeconds(1));

    assertThat(owner.post("/v1" + late + "/revert", "").status()).isEqualTo(409);
  }

  @Test
  void redirectionIsTakenBackOnceWhenItIsCompleted() {
    String path = path(redirect(source, target));
    assertThat(owner.post("/v1" + path + "/revert", "").status()).isEqualTo(409);
    server.pass(Duration.ofSeconds(3));
    String back = owner.post("/v1" + path + "/revert", "").json().get("redirectionId").asString();

    assertThat(owner.post("/v1" + path + "/revert", "").status()).isEqualTo(409);
    server.pass(Duration.ofSeconds(3));
    assertThat(owner.post("/v1" + path + "/revert", "").status()).isEqualTo(409);
    assertThat(owner.post("/v1/endpoint-redirections/" + back + "/revert", "").status())
        .isEqualTo(409);
  }

  @Test
  void databaseIsRedirectedAgainAfterARevert() {
    assertThat(redirect(source, target).status()).isEqualTo(200);
    assertThat(redirect(source, target).status()).isEqualTo(409);
    assertThat(redirect(target, source).status()).isEqualTo(409);
    server.pass(Duration.ofSeconds(3));
    Reply again = redirect(source, target);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.http().body()).contains("revert that first");
  }

  @Test
  void rolesOfTheSourceHoldOnTheTarget() {
    int role =
        active(
            Kind.ACL_ROLE,
            "/acl/roles",
            """
            {"name":"reader","redisRules":[{"ruleName":"Read-Only","databases":[
              {"subscriptionId":%d,"databaseId":%d}]}]}
            """
                .formatted(source, source));

    redirect(source, target, "\"duplicateACLs\":true");

    JsonNode shown = shown("/acl/roles").at("/roles/0");
    assertThat(shown.at("/redisRules/0/databases").findValuesAsString("databaseId"))
        .containsExactly(Integer.toString(source), Integer.toString(target));
    assertThat(shown.get("status").asString()).isEqualTo("pending");
    server.settle(Kind.ACL_ROLE, role, new Status.Active());
  }

  @Test
  void rolesThatNameTheTargetOrNotTheSourceStay() {
    active(Kind.ACL_ROLE, "/acl/roles", role("both", source, target));
    active(Kind.ACL_ROLE, "/acl/roles", role("other", target, target));
    int going = active(Kind.ACL_ROLE, "/acl/roles", role("going", source, source));
    accepted("DELETE", "/acl/roles/" + going, "");

    redirect(source, target, "\"duplicateACLs\":true");

    assertThat(shown("/acl/roles").get("roles").findValuesAsString("status"))
        .containsExactly("active", "active", "deleting");
  }

  /// With a second rule where it names two databases.
  private String role(String name, int one, int other) {
    String grant =
        "{\"ruleName\":\"%s\",\"databases\":[{\"subscriptionId\":"
            + source
            + ",\"databaseId\":%d}]}";
    String rules =
        one == other
            ? grant.formatted("Read-Only", one)
            : grant.formatted("Read-Only", one) + "," + grant.formatted("Full-Access", other);
    return "{\"name\":\"" + name + "\",\"redisRules\":[" + rules + "]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"enableTls\":true}",
        "{\"enableDefaultUser\":false}",
        "{\"sourceIp\":[\"10.0.0.0/8\"]}"
      })
  void databasesThatDifferAreNotRedirected(String change) {
    accepted("PUT", "/subscriptions/" + source + "/databases/" + target, change);
    server.settle(Kind.DATABASE, target, new Status.Active());

    Reply refused = redirect(source, target);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.http().body()).contains(change.substring(2, change.indexOf('"', 2)));
  }

  @Test
  void subscriptionsThatAreOpenToOthersDiffer() {
    int other = database(2);
    accepted("PUT", "/subscriptions/" + other, "{\"publicEndpointAccess\":false}");
    server.settle(Kind.SUBSCRIPTION, other, new Status.Active());
    int inside =
        shown("/subscriptions/" + other + "/databases")
            .at("/subscription/0/databases/0/databaseId")
            .asInt();
    server.settle(Kind.DATABASE, inside, new Status.Active());

    assertThat(redirect(source, inside).http().body()).contains("publicEndpointAccess");
  }

  private int database(int number) {
    int subscription =
        accepted(
            "POST",
            "/subscriptions",
            """
            {"name":"shop %d","paymentMethod":"marketplace",
             "cloudProviders":[{"regions":[{"region":"us-east-1",
               "networking":{"deploymentCIDR":"10.%d.0.0/24"}}]}],
             "databases":[{"name":"cache","datasetSizeInGb":0.1}]}
            """
                .formatted(number, number));
    int database =
        shown("/subscriptions/" + subscription + "/databases")
            .at("/subscription/0/databases/0/databaseId")
            .asInt();
    server.settle(Kind.DATABASE, database, new Status.Active());
    server.settle(Kind.SUBSCRIPTION, subscription, new Status.Active());
    return subscription;
  }

  @Test
  void databaseIsNotRedirectedToItselfOrToAnUnknownOne() {
    assertThat(redirect(source, source).status()).isEqualTo(400);
    assertThat(redirect(source, 99).status()).isEqualTo(404);
    assertThat(redirect(99, target).status()).isEqualTo(404);
  }

  @Test
  void protectionMustBeConfirmedAndAllFieldsSent() {
    String body =
        "{\"sourceDatabaseId\":%d,\"targetDatabaseId\":%d,\"endpointTargetType\":\"public\","
            + "\"migrationProtection\":false}";

    Reply unprotected = owner.post("/v1/endpoint-redirections", body.formatted(source, target));
    Reply empty = owner.post("/v1/endpoint-redirections", "{}");

    assertThat(unprotected.status()).isEqualTo(400);
    assertThat(unprotected.http().body()).contains("migrationProtection", "by accident");
    assertThat(empty.http().body())
        .contains("sourceDatabaseId", "targetDatabaseId", "endpointTargetType");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no-uuid", "/550e8400-e29b-41d4-a716-446655440000"})
  void unknownRedirectionIsNotFound(String name) {
    assertThat(owner.get("/v1/endpoint-redirections" + name).status()).isEqualTo(404);
    assertThat(owner.post("/v1/endpoint-redirections" + name + "/revert", "").status())
        .isEqualTo(404);
  }

  @Test
  void redirectionOfAnotherAccountIsNotFound() {
    String path = completed();

    assertThat(server.owner(2).get("/v1" + path).status()).isEqualTo(404);
  }

  @Test
  void trafficIsBlockedFromTheMomentThatEndpointsAreMoved() {
    completed();

    JsonNode traffic = shown(traffic());

    assertThat(traffic.get("bdbId").asInt()).isEqualTo(source);
    assertThat(traffic.get("trafficStatus").asString()).isEqualTo("blocked");
    assertThat(traffic.get("canResume").asBoolean()).isFalse();
    assertThat(traffic.get("stopReason").asString()).isEqualTo("endpoint-redirection");
    assertThat(traffic.has("resumeEligibleAt")).isTrue();
  }

  @Test
  void trafficFlowsBeforeEndpointsAreMoved() {
    redirect(source, target);

    assertThat(shown(traffic()).get("trafficStatus").asString()).isEqualTo("active");
    assertThat(owner.post("/v1" + traffic() + "/resume", "").status()).isEqualTo(204);
  }

  @Test
  void trafficGoesOnFiveMinutesAfterItWasBlocked() {
    completed(); // it was blocked a second before
    server.pass(Duration.ofMinutes(5).minusSeconds(1).minusMillis(1));
    assertThat(owner.post("/v1" + traffic() + "/resume", "").status()).isEqualTo(409);
    server.pass(Duration.ofMillis(1));
    assertThat(shown(traffic()).get("canResume").asBoolean()).isTrue();

    Reply resumed = owner.post("/v1" + traffic() + "/resume", "");

    assertThat(resumed.status()).isEqualTo(204);
    assertThat(resumed.http().body()).isEmpty();
    assertThat(shown(traffic()).get("trafficStatus").asString()).isEqualTo("active");
    assertThat(owner.post("/v1" + traffic() + "/resume", "").status()).isEqualTo(204);
  }

  @Test
  void trafficGoesOnWhenTheRedirectionIsTakenBack() {
    owner.post("/v1" + completed() + "/revert", "");
    server.pass(Duration.ofSeconds(3));

    assertThat(shown(traffic()).get("trafficStatus").asString()).isEqualTo("active");
  }

  @Test
  void trafficIsKnownOfSourcesOfRedirectionsAlone() {
    completed();
    String path = "/v1/subscriptions/" + source + "/databases/" + target + "/traffic";

    assertThat(owner.get(path).status()).isEqualTo(404);
    assertThat(owner.post(path + "/resume", "").status()).isEqualTo(404);
  }

  private String traffic() {
    return "/subscriptions/" + source + "/databases/" + source + "/traffic";
  }

  private String completed() {
    String path = path(redirect(source, target));
    server.pass(Duration.ofSeconds(3));
    return path;
  }

  private static String path(Reply started) {
    assertThat(started.status()).as(started.http().body()).isEqualTo(200);
    return "/endpoint-redirections/" + started.json().get("redirectionId").asString();
  }

  private Reply redirect(int from, int to) {
    return redirect(from, to, "\"duplicateACLs\":false");
  }

  private Reply redirect(int from, int to, String more) {
    return owner.post(
        "/v1/endpoint-redirections",
        """
        {"sourceDatabaseId":%d,"targetDatabaseId":%d,"endpointTargetType":"private",
         "migrationProtection":true,%s}
        """
            .formatted(from, to, more));
  }
}
