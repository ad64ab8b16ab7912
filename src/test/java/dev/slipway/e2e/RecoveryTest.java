package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a server finds again after its own end, and what it does about a Redis that died, hangs or
/// lost its port.
class RecoveryTest extends DatabasesTest {
  private String path;
  private Reply database;
  private ProcessHandle process;
  private String runId;

  @Override
  Site open(Path data) throws Exception {
    return Site.open(data, 14_200);
  }

  @BeforeEach
  void makeDatabaseWithData() throws Exception {
    path = make(Bodies.database(freshName()));
    database = walker.get(path);
    try (TenantRedis redis = TenantRedis.of(database)) {
      redis.call("SET", "kept", "yes");
      process = redis.process();
      runId = redis.info("run_id");
    }
  }

  private void restart() throws Exception {
    site.stop();
    site.start();
    walker = site.walker();
  }

  @Test
  void runningDatabaseOutlivesItsServer() throws Exception {
    try (TenantRedis client = TenantRedis.of(database)) {
      site.stop();
      String answer = client.call("GET", "kept");
      site.start();
      walker = site.walker();

      Reply again = walker.active(path);

      assertThat(answer).isEqualTo("yes");
      assertThat(client.info("run_id")).isEqualTo(runId);
      assertThat(again.word("/publicEndpoint")).isEqualTo(database.word("/publicEndpoint"));
      assertThat(again.word("/security/password")).isEqualTo(database.word("/security/password"));
    }
  }

  @Test
  void adoptedDatabaseIsStillInTheServersHands() throws Exception {
    restart();
    walker.active(path);

    walker.resource(walker.delete(path));

    walker.gone(path);
    Eventually.until(process::isAlive, alive -> !alive);
  }

  @Test
  void killedRedisIsSeenAndComesBackWithItsData() throws Exception {
    Signal.KILL.to(process);

    Reply again = Eventually.until(() -> walker.get(path), this::runsAgain);

    assertThat(again.word("/publicEndpoint")).isEqualTo(database.word("/publicEndpoint"));
    try (TenantRedis redis = TenantRedis.of(again)) {
      assertThat(redis.call("GET", "kept")).isEqualTo("yes");
      assertThat(redis.process()).isNotEqualTo(process);
    }
  }

  /// Whether it is active and what answers at its endpoint is a Redis that was started since.
  private boolean runsAgain(Reply shown) {
    if (!shown.state().equals("active")) {
      return false;
    }
    try (TenantRedis redis = TenantRedis.of(shown)) {
      return !redis.info("run_id").equals(runId);
    } catch (java.io.IOException _) {
      return false; // it has just died and the answer is from before
    }
  }

  @Test
  void redisThatDiedWithoutItsServerIsStartedWithTheNextOne() throws Exception {
    site.stop();
    Signal.KILL.to(process);

    site.start();

    walker = site.walker();
    Reply again = Eventually.until(() -> walker.get(path), this::runsAgain);
    try (TenantRedis redis = TenantRedis.of(again)) {
      assertThat(redis.call("GET", "kept")).isEqualTo("yes");
    }
  }

  @Test
  void hungRedisIsNoLongerActiveAndIsNotShot() throws Exception {
    Signal.STOP.to(process);

    Reply hung = Eventually.until(() -> walker.get(path), r -> !r.state().equals("active"));

    assertThat(hung.state()).isIn("pending", "error");
    assertThat(process.isAlive()).isTrue();
    Signal.CONT.to(process);
    try (TenantRedis redis = TenantRedis.of(walker.active(path))) {
      assertThat(redis.info("run_id")).isEqualTo(runId);
    }
  }

  @Test
  void acceptedRequestsAreCarriedOutAfterARestart() throws Exception {
    List<Reply> accepted = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      accepted.add(walker.post(databases, Bodies.database("late-" + i)));
    }

    restart();

    for (Reply task : accepted) {
      walker.active(databases + "/" + walker.resource(task));
    }
    Reply page = walker.get(databases);
    assertThat(page.at("/subscription/0/databases").valueStream())
        .extracting(row -> row.get("name").asString())
        .contains("late-0", "late-1", "late-2")
        .doesNotHaveDuplicates();
  }

  @Test
  void databaseWhosePortWasTakenSaysWhoHasItAndCanBeDeleted() throws Exception {
    int port = Integer.parseInt(database.word("/publicEndpoint").split(":")[1]);
    site.stop();
    Signal.KILL.to(process);
    Eventually.until(process::isAlive, alive -> !alive);
    try (ServerSocket _ = Site.stranger(port)) {
      site.start();
      walker = site.walker();

      Reply failed = Eventually.until(() -> walker.get(path), r -> r.state().equals("error"));

      assertThat(failed.word("/x-slipway/problem/type")).isEqualTo("DATABASE_PORT_IS_UNAVAILABLE");
      assertThat(failed.word("/x-slipway/problem/description"))
          .contains(Integer.toString(port))
          .contains(Long.toString(ProcessHandle.current().pid()));
      assertThat(failed.word("/publicEndpoint")).isEqualTo(database.word("/publicEndpoint"));
      walker.resource(walker.delete(path));
      assertThat(walker.gone(path).status()).isEqualTo(404);
    }
  }
}
