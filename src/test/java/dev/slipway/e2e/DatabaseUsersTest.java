package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Rules, roles and users of the API, tried by clients of real databases.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseUsersTest {
  private static final String PASSWORD = "Secret-12";

  private Site site;
  private Walker walker;
  private int subscription;
  private int first;
  private int second;
  private int made;
  private String name;

  @BeforeAll
  void open(@TempDir Path data) throws Exception {
    site = Site.open(data, 14_800);
    walker = site.walker();
    subscription =
        walker.resource(walker.post("/subscriptions", Bodies.subscription("one", "first")));
    walker.active("/subscriptions/" + subscription);
    first = walker.get(databases()).at("/subscription/0/databases/0/databaseId").asInt();
    second = walker.resource(walker.post(databases(), Bodies.database("second")));
    walker.active(databases() + "/" + second);
  }

  @BeforeEach
  void chooseName() {
    name = "user-" + ++made;
  }

  @AfterAll
  void close() throws Exception {
    site.close();
  }

  @Test
  void readerMayReadAndNotWrite() throws Exception {
    userWith("Read-Only", first);

    try (TenantRedis redis = login(first)) {
      assertThat(redis.call("GET", "k")).isEmpty();
      assertThatThrownBy(() -> redis.call("SET", "k", "v")).hasMessageContaining("NOPERM");
    }
  }

  @Test
  void writerMayWriteAndNotFlushNorConfigure() throws Exception {
    userWith("Read-Write", first);

    try (TenantRedis redis = login(first)) {
      assertThat(redis.call("SET", name, "v")).isEqualTo("OK");
      assertThatThrownBy(() -> redis.call("FLUSHALL")).hasMessageContaining("NOPERM");
      assertThatThrownBy(() -> redis.call("CONFIG", "GET", "dir")).hasMessageContaining("NOPERM");
    }
  }

  @Test
  void ownerOfEverythingMayFlushAndStillNotConfigure() throws Exception {
    userWith("Full-Access", second);

    try (TenantRedis redis = login(second)) {
      assertThat(redis.call("FLUSHALL")).isEqualTo("OK");
      assertThatThrownBy(() -> redis.call("CONFIG", "GET", "dir")).hasMessageContaining("NOPERM");
    }
  }

  @Test
  void ruleOfOnesOwnHoldsForItsKeysOnly() throws Exception {
    rule("+@all ~" + name + ":*");
    userWith(name, first);

    try (TenantRedis redis = login(first)) {
      assertThat(redis.call("SET", name + ":k", "v")).isEqualTo("OK");
      assertThatThrownBy(() -> redis.call("SET", "k", "v")).hasMessageContaining("NOPERM");
    }
  }

  @Test
  void changedRuleHoldsOnAnOpenConnection() throws Exception {
    int rule = rule("+get ~*");
    userWith(name, first);
    try (TenantRedis redis = login(first)) {
      redis.call("GET", "k");

      walker.resource(walker.put("/acl/redisRules/" + rule, ruleBody("+set ~*")));

      inForce("/acl/redisRules", "redisRules", rule);
      assertThat(redis.call("SET", name, "v")).isEqualTo("OK");
      assertThatThrownBy(() -> redis.call("GET", "k")).hasMessageContaining("NOPERM");
    }
  }

  @Test
  void newPasswordCutsNobody() throws Exception {
    int user = userWith("Read-Only", first);
    Reply database = walker.get(databases() + "/" + first);
    try (TenantRedis own = login(first);
        TenantRedis other = TenantRedis.of(database)) {
      walker.resource(walker.put("/acl/users/" + user, "{\"password\":\"Another-12\"}"));

      walker.active("/acl/users/" + user);
      assertThatThrownBy(() -> login(first)).hasMessageContaining("WRONGPASS");
      TenantRedis.of(database, name, "Another-12").close();
      assertThat(own.call("GET", "k")).isEmpty();
      assertThat(other.call("PING")).isEqualTo("PONG");
    }
  }

  @Test
  void deletedUserIsOutWhenItIsGone() throws Exception {
    int user = userWith("Read-Only", first);
    try (TenantRedis redis = login(first)) {
      walker.resource(walker.delete("/acl/users/" + user));

      walker.gone("/acl/users/" + user);
      assertThatThrownBy(() -> redis.call("GET", "k")).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> login(first)).hasMessageContaining("WRONGPASS");
    }
  }

  @Test
  void roleThatMovesTakesItsUsersAlong() throws Exception {
    int role = role("Read-Only", first);
    user();

    walker.resource(walker.put("/acl/roles/" + role, roleBody("Read-Only", second)));

    inForce("/acl/roles", "roles", role);
    login(second).close();
    assertThatThrownBy(() -> login(first)).hasMessageContaining("WRONGPASS");
  }

  @Test
  void userWithAnotherRoleIsWhereThatIs() throws Exception {
    int user = userWith("Read-Only", first);
    walker.resource(walker.post("/acl/roles", roleBody("Read-Only", second, name + "-next")));

    walker.resource(walker.put("/acl/users/" + user, "{\"role\":\"" + name + "-next\"}"));

    walker.active("/acl/users/" + user);
    login(second).close();
    assertThatThrownBy(() -> login(first)).hasMessageContaining("WRONGPASS");
  }

  @Test
  void ruleThatTheEngineDoesNotKnowIsAnErrorOfTheUserUntilItIsMended() throws Exception {
    int rule = rule("+nosuchcommand ~*");
    role(name, first);
    int user = walker.resource(walker.post("/acl/users", userBody()));

    Reply failed =
        Eventually.until(() -> walker.get("/acl/users/" + user), DatabaseUsersTest::failed);

    assertThat(failed.word("/x-slipway/problem/description")).contains("+nosuchcommand");
    walker.resource(walker.put("/acl/redisRules/" + rule, ruleBody("+get ~*")));
    walker.active("/acl/users/" + user);
    login(first).close();
  }

  @Test
  void usersOfTwoAccountsDoNotMeet() throws Exception {
    Walker others = site.otherAccount();
    int elsewhere = others.resource(others.post("/subscriptions", contracted("two", "theirs")));
    others.active("/subscriptions/" + elsewhere);
    String theirs = "/subscriptions/" + elsewhere + "/databases";
    int id = others.get(theirs).at("/subscription/0/databases/0/databaseId").asInt();

    userWith("Full-Access", first);

    login(first).close();
    Reply database = others.get(theirs + "/" + id);
    assertThatThrownBy(() -> TenantRedis.of(database, name, PASSWORD))
        .hasMessageContaining("WRONGPASS");
    assertThat(others.get("/acl/users").at("/users")).isEmpty();
  }

  /// An account with a contract names no way to pay.
  private static String contracted(String name, String database) {
    return Bodies.subscription(name, database).replace("\"paymentMethodId\": 8241,", "");
  }

  @Test
  void usersAreLetInAgainAfterTheirRedisDied() throws Exception {
    userWith("Read-Only", first);
    Reply database = walker.get(databases() + "/" + first);
    String runId;
    try (TenantRedis redis = TenantRedis.of(database)) {
      runId = redis.info("run_id");
      Signal.KILL.to(redis.process());
    }

    Eventually.until(() -> runId(database), now -> !now.isEmpty() && !now.equals(runId));

    walker.active(databases() + "/" + first);
    login(first).close();
  }

  private static String runId(Reply database) throws Exception {
    try (TenantRedis redis = TenantRedis.of(database)) {
      return redis.info("run_id");
    } catch (IOException _) {
      return ""; // it is being started
    }
  }

  @Test
  void usersAreAsTheyWereAfterARestart() throws Exception {
    userWith("Read-Only", first);
    try (TenantRedis redis = login(first)) {
      site.stop();
      site.start();
      walker = site.walker();

      assertThat(redis.call("GET", "k")).isEmpty();
      login(first).close();
    }
  }

  private TenantRedis login(int database) throws IOException {
    return TenantRedis.of(walker.get(databases() + "/" + database), name, PASSWORD);
  }

  private String databases() {
    return "/subscriptions/" + subscription + "/databases";
  }

  /// A rule in force, with the name of the test's user.
  private int rule(String rule) throws Exception {
    int id = walker.resource(walker.post("/acl/redisRules", ruleBody(rule)));
    inForce("/acl/redisRules", "redisRules", id);
    return id;
  }

  /// A role in force, with the name of the test's user.
  private int role(String rule, int database) throws Exception {
    int id = walker.resource(walker.post("/acl/roles", roleBody(rule, database)));
    inForce("/acl/roles", "roles", id);
    return id;
  }

  /// The test's user with a role of this rule on this database.
  private int userWith(String rule, int database) throws Exception {
    role(rule, database);
    return user();
  }

  /// The test's user, when it is active.
  private int user() throws Exception {
    int id = walker.resource(walker.post("/acl/users", userBody()));
    walker.active("/acl/users/" + id);
    return id;
  }

  private void inForce(String list, String field, int id) throws Exception {
    Eventually.until(
        () -> walker.get(list),
        shown ->
            shown
                .at("/" + field)
                .valueStream()
                .anyMatch(
                    row ->
                        row.get("id").asInt() == id
                            && row.get("status").asString("").equals("active")));
  }

  private static boolean failed(Reply shown) {
    return shown.state().equals("error");
  }

  private String ruleBody(String rule) {
    return "{\"name\":\"%s\",\"redisRule\":\"%s\"}".formatted(name, rule);
  }

  private String roleBody(String rule, int database) {
    return roleBody(rule, database, name);
  }

  private String roleBody(String rule, int database, String role) {
    return """
    {"name": "%s", "redisRules": [{"ruleName": "%s",
     "databases": [{"subscriptionId": %d, "databaseId": %d}]}]}
    """
        .formatted(role, rule, subscription, database);
  }

  private String userBody() {
    return "{\"name\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}".formatted(name, name, PASSWORD);
  }
}
