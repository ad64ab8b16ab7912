package dev.slipway.api.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.FamilyTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogRoutesTest extends FamilyTest {
  private static final String RULE = "{\"name\":\"%s\",\"redisRule\":\"+get ~a\"}";

  @Test
  void whatWasDoneIsLoggedWithWhoAndWithWhichKeyTheNewestFirst() {
    int first = accepted("POST", "/acl/redisRules", RULE.formatted("a"));
    int second = accepted("POST", "/acl/redisRules", RULE.formatted("b"));

    var entries = shown("/logs").get("entries");

    assertThat(entries.findValuesAsString("description"))
        .containsExactly(
            "Redis rule " + second + " was created", "Redis rule " + first + " was created");
    assertThat(entries.at("/0/originator").asString()).isEqualTo("Owner");
    assertThat(entries.at("/0/apiKeyName").asString()).isEqualTo("key-of-OWNER");
    assertThat(entries.at("/0/id").asInt()).isEqualTo(2);
  }

  @Test
  void databasesThatComeWithASubscriptionAreLoggedByName() {
    int database = database();

    var entries = shown("/logs").get("entries");

    assertThat(entries.findValuesAsString("description"))
        .containsExactly(
            "Database " + database + " was created", "Subscription " + database + " was created");
    assertThat(entries.findValuesAsString("resource")).containsExactly("cache", "shop");
  }

  @Test
  void changesOfTagsAreLoggedThoughTheyHaveNoTasks() {
    int database = database();
    String tags = "/v1/subscriptions/%d/databases/%d/tags".formatted(database, database);

    owner.post(tags, "{\"key\":\"team\",\"value\":\"a\"}");
    owner.put(tags + "/team", "{\"value\":\"b\"}");
    owner.delete(tags + "/team");
    owner.put(tags, "{\"tags\":[]}");

    var entries = shown("/logs?limit=4&resourceId=" + database).get("entries");
    String of = " of database " + database + " was ";
    assertThat(entries.findValuesAsString("description"))
        .containsExactly(
            "The tags of database " + database + " were replaced",
            "Tag team" + of + "deleted",
            "Tag team" + of + "changed",
            "Tag team" + of + "created");
    assertThat(entries.at("/0/apiKeyName").asString()).isEqualTo("key-of-OWNER");
    assertThat(entries.at("/0/originator").asString()).isEqualTo("Owner");
    assertThat(entries.at("/0/resource").asString()).isEqualTo("cache");
  }

  @Test
  void whatWasRefusedIsNotLogged() {
    refused("DELETE", "/acl/redisRules/99", "");

    assertThat(shown("/logs").get("entries")).isEmpty();
  }

  @Test
  void offsetAndLimitCutAPage() {
    accepted("POST", "/acl/redisRules", RULE.formatted("a"));
    accepted("POST", "/acl/redisRules", RULE.formatted("b"));
    accepted("POST", "/acl/redisRules", RULE.formatted("c"));

    assertThat(shown("/logs?offset=1&limit=1").get("entries").findValuesAsString("id"))
        .containsExactly("2");
  }

  @Test
  void timesAndTheResourceNarrowTheList() {
    int first = accepted("POST", "/acl/redisRules", RULE.formatted("a"));
    server.pass(Duration.ofHours(1));
    accepted("POST", "/acl/redisRules", RULE.formatted("b"));

    assertThat(shown("/logs?startTime=2026-01-01T00:30:00Z").get("entries")).hasSize(1);
    assertThat(shown("/logs?endTime=2026-01-01T00:30:00Z").get("entries")).hasSize(1);
    assertThat(shown("/logs?resourceId=" + first).get("entries")).hasSize(1);
  }

  @Test
  void otherAccountsLogsAreNotSeen() {
    accepted("POST", "/acl/redisRules", RULE.formatted("a"));

    assertThat(server.owner(2).get("/v1/logs").json().get("entries")).isEmpty();
  }

  @Test
  void nobodySignsInToAConsole() {
    assertThat(shown("/session-logs").get("entries")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/logs?limit=0",
        "/logs?limit=1001",
        "/logs?offset=-1",
        "/logs?startTime=yesterday",
        "/session-logs?limit=101",
        "/session-logs?endTime=tomorrow"
      })
  void badQueriesAreRefused(String path) {
    assertThat(owner.get("/v1" + path).status()).isEqualTo(400);
  }
}
