package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The walk of a first user: a subscription, a database, and the Redis that comes of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkTest {
  private static final long GB = 1_000_000_000;

  private Site site;
  private Walker walker;
  private String subscription;
  private String databases;
  private String path;
  private int made;

  @BeforeAll
  void open(@TempDir Path data) throws Exception {
    site = Site.open(data, 14_000);
    walker = site.walker();
    int id = walker.resource(walker.post("/subscriptions", Bodies.subscription("walk", "first")));
    subscription = "/subscriptions/" + id;
    databases = subscription + "/databases";
    walker.active(subscription);
  }

  @BeforeEach
  void makeDatabase() throws Exception {
    int id = walker.resource(walker.post(databases, Bodies.database("db-" + ++made)));
    path = databases + "/" + id;
    walker.active(path);
  }

  @AfterAll
  void close() throws Exception {
    site.close();
  }

  private Reply changed(String body) throws Exception {
    walker.resource(walker.put(path, body));
    return walker.active(path);
  }

  @Test
  void subscriptionIsPendingAfterItsTaskAndThenActive() throws Exception {
    Reply accepted = walker.post("/subscriptions", Bodies.subscription("another", "its-own"));
    Reply verdict = walker.verdict(accepted);

    Reply first = walker.get("/subscriptions/" + verdict.at("/response/resourceId").asInt());

    assertThat(accepted.state()).isEqualTo("received");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.state()).isIn("pending", "active");
    Reply settled = walker.active("/subscriptions/" + first.at("/id").asInt());
    assertThat(settled.at("/numberOfDatabases").asInt()).isEqualTo(1);
  }

  @Test
  void returnedEndpointAndPasswordOpenARealRedis() throws Exception {
    try (TenantRedis redis = TenantRedis.of(walker.get(path))) {
      assertThat(redis.call("PING")).isEqualTo("PONG");
      assertThat(redis.call("SET", "greeting", "hello")).isEqualTo("OK");
      assertThat(redis.call("GET", "greeting")).isEqualTo("hello");
    }
  }

  @Test
  void wrongPasswordIsRefused() {
    String endpoint = walker.get(path).word("/publicEndpoint");

    assertThatThrownBy(() -> TenantRedis.login(endpoint, "guess"))
        .isInstanceOf(TenantRedis.Refused.class)
        .hasMessageContaining("WRONGPASS");
  }

  @Test
  void clientsMayNotConfigureTheirRedis() throws Exception {
    try (TenantRedis redis = TenantRedis.of(walker.get(path))) {
      assertThatThrownBy(() -> redis.call("CONFIG", "GET", "maxmemory"))
          .isInstanceOf(TenantRedis.Refused.class)
          .hasMessageContaining("NOPERM");
    }
  }

  @Test
  void newSizeIsInForceInTheRunningRedis() throws Exception {
    try (TenantRedis redis = TenantRedis.of(walker.get(path))) {
      String before = redis.info("maxmemory");

      Reply database = changed("{\"datasetSizeInGb\": 0.5}");

      assertThat(before).isEqualTo(Long.toString(GB / 10));
      assertThat(redis.info("maxmemory")).isEqualTo(Long.toString(GB / 2));
      assertThat(database.at("/datasetSizeInGb").asDouble()).isEqualTo(0.5);
    }
  }

  @Test
  void newEvictionPolicyIsInForceInTheRunningRedis() throws Exception {
    try (TenantRedis redis = TenantRedis.of(walker.get(path))) {
      String before = redis.info("maxmemory_policy");

      changed("{\"dataEvictionPolicy\": \"allkeys-lfu\"}");

      assertThat(before).isEqualTo("volatile-lru");
      assertThat(redis.info("maxmemory_policy")).isEqualTo("allkeys-lfu");
    }
  }

  @Test
  void newPersistenceIsInForceInTheRunningRedis() throws Exception {
    try (TenantRedis redis = TenantRedis.of(walker.get(path))) {
      String before = redis.info("aof_enabled");

      changed("{\"dataPersistence\": \"none\"}");

      assertThat(before).isEqualTo("1");
      assertThat(redis.info("aof_enabled")).isEqualTo("0");
    }
  }

  @Test
  void newPasswordReplacesTheOldOne() throws Exception {
    String old = walker.get(path).word("/security/password");

    Reply database = changed("{\"password\": \"correct-horse-battery\"}");

    assertThat(database.word("/security/password")).isEqualTo("correct-horse-battery");
    try (TenantRedis redis = TenantRedis.of(database)) {
      assertThat(redis.call("PING")).isEqualTo("PONG");
    }
    assertThatThrownBy(() -> TenantRedis.login(database.word("/publicEndpoint"), old))
        .hasMessageContaining("WRONGPASS");
  }

  @Test
  void newNameLeavesEverythingElseAlone() throws Exception {
    Reply before = walker.get(path);

    Reply after = changed("{\"name\": \"renamed\"}");

    assertThat(after.word("/name")).isEqualTo("renamed");
    assertThat(after.word("/publicEndpoint")).isEqualTo(before.word("/publicEndpoint"));
    assertThat(after.word("/security/password")).isEqualTo(before.word("/security/password"));
  }

  @Test
  void takenNameEndsItsTaskAsAnError() throws Exception {
    String taken = walker.get(path).word("/name");

    Reply verdict = walker.verdict(walker.post(databases, Bodies.database(taken)));

    assertThat(verdict.state()).isEqualTo("processing-error");
    assertThat(verdict.word("/response/error/type")).isEqualTo("DATABASE_NAME_EXISTS");
    assertThat(verdict.word("/response/error/status")).isEqualTo("409 CONFLICT");
    assertThat(verdict.word("/response/error/description")).contains(taken);
  }

  @Test
  void deletedDatabaseLeavesNoProcessAndNoFolder() throws Exception {
    Reply database = walker.get(path);
    ProcessHandle process;
    try (TenantRedis redis = TenantRedis.of(database)) {
      process = redis.process();
    }
    Path folder = site.data().resolve("databases").resolve(database.word("/databaseId"));
    assertThat(folder).isDirectory();

    walker.resource(walker.delete(path));

    walker.gone(path);
    Eventually.until(process::isAlive, alive -> !alive);
    assertThat(folder).doesNotExist();
  }

  @Test
  void subscriptionWithDatabasesIsNotDeleted() throws Exception {
    Reply verdict = walker.verdict(walker.delete(subscription));

    assertThat(verdict.state()).isEqualTo("processing-error");
    assertThat(verdict.word("/response/error/status")).startsWith("409 ");
    assertThat(walker.get(subscription).state()).isEqualTo("active");
  }
}
