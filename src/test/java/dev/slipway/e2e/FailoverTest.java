package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A replicated database through the death of either of its two Redis.
class FailoverTest extends DatabasesTest {
  private String path;
  private Reply database;

  @Override
  Site open(Path data) throws Exception {
    return Site.open(data, 14_400);
  }

  @BeforeEach
  void makeReplicatedDatabase() throws Exception {
    path = make(Bodies.replicated(freshName()));
    database = walker.get(path);
  }

  @Test
  void replicatedDatabaseIsActiveWhenItsReplicaFollows() throws Exception {
    try (TenantRedis redis = TenantRedis.of(database)) {
      assertThat(redis.info("connected_slaves")).isEqualTo("1");
    }
    assertThat(database.at("/x-slipway/recordedOnly").toString()).doesNotContain("replication");
  }

  @Test
  void replicaTakesOverBehindTheSameEndpointAndPassword() throws Exception {
    ProcessHandle first = write("k", "v");

    Signal.KILL.to(first);
    Reply again = Eventually.until(() -> walker.get(path), r -> failedOver(r, 1));

    assertThat(again.word("/publicEndpoint")).isEqualTo(database.word("/publicEndpoint"));
    assertThat(again.word("/security/password")).isEqualTo(database.word("/security/password"));
    try (TenantRedis redis = TenantRedis.of(again)) {
      assertThat(redis.call("GET", "k")).isEqualTo("v");
      assertThat(redis.call("SET", "later", "1")).isEqualTo("OK");
    }
  }

  @Test
  void databaseSurvivesOneDeathAfterTheOther() throws Exception {
    for (int round = 1; round <= 3; round++) {
      ProcessHandle primary = write("k" + round, "v");
      Signal.KILL.to(primary);
      int failovers = round;
      Reply again = Eventually.until(() -> walker.get(path), r -> failedOver(r, failovers));
      awaitReplica(again);
    }

    try (TenantRedis redis = TenantRedis.of(database)) {
      assertThat(redis.call("EXISTS", "k1", "k2", "k3")).isEqualTo("3");
    }
  }

  @Test
  void deathOfTheReplicaIsNoClientsConcern() throws Exception {
    try (TenantRedis redis = TenantRedis.of(database)) {
      ProcessHandle replica = replicaOf(redis);

      Signal.KILL.to(replica);
      awaitReplica(database);

      assertThat(redis.call("PING")).isEqualTo("PONG");
      assertThat(walker.get(path).at("/x-slipway/failovers").isMissingNode()).isTrue();
    }
  }

  @Test
  void replicationIsTakenAwayAndGivenBackWhileClientsStay() throws Exception {
    try (TenantRedis redis = TenantRedis.of(database)) {
      redis.call("SET", "k", "v");

      change("{\"replication\": false}");
      String without = redis.info("connected_slaves");
      change("{\"replication\": true}");

      assertThat(without).isEqualTo("0");
      assertThat(redis.info("connected_slaves")).isEqualTo("1");
      assertThat(redis.call("GET", "k")).isEqualTo("v");
    }
  }

  @Test
  void databaseThatFailedOverIsFoundAgainByTheNextServer() throws Exception {
    Signal.KILL.to(write("k", "v"));
    Eventually.until(() -> walker.get(path), r -> failedOver(r, 1));

    site.stop();
    site.start();
    walker = site.walker();

    Reply again = walker.active(path);
    assertThat(again.at("/x-slipway/failovers").asInt()).isOne();
    try (TenantRedis redis = TenantRedis.of(again)) {
      assertThat(redis.call("GET", "k")).isEqualTo("v");
    }
  }

  @Test
  void bothProcessesEndWithTheDatabase() throws Exception {
    ProcessHandle primary;
    ProcessHandle replica;
    try (TenantRedis redis = TenantRedis.of(database)) {
      primary = redis.process();
      replica = replicaOf(redis);
    }

    walker.resource(walker.delete(path));
    walker.gone(path);

    Eventually.until(() -> primary.isAlive() || replica.isAlive(), alive -> !alive);
  }

  private ProcessHandle write(String key, String value) throws Exception {
    try (TenantRedis redis = TenantRedis.of(database)) {
      redis.call("SET", key, value);
      Eventually.until(() -> lag(redis), lag -> lag == 0);
      return redis.process();
    }
  }

  /// How many bytes the replica has said to have less than were written.
  private static long lag(TenantRedis redis) throws IOException {
    String replica = redis.info("slave0");
    long got = Long.parseLong(replica.replaceAll(".*,offset=(\\d+),.*", "$1"));
    return Long.parseLong(redis.info("master_repl_offset")) - got;
  }

  private void change(String body) throws Exception {
    walker.resource(walker.put(path, body));
    walker.active(path);
  }

  private static boolean failedOver(Reply shown, int times) {
    return shown.state().equals("active") && shown.at("/x-slipway/failovers").asInt() == times;
  }

  private static void awaitReplica(Reply shown) throws Exception {
    try (TenantRedis redis = TenantRedis.of(shown)) {
      Eventually.until(() -> redis.info("slave0"), replica -> replica.contains("state=online"));
    }
  }

  /// The other process that works below the folder of the first.
  private ProcessHandle replicaOf(TenantRedis redis) throws IOException {
    String folder = path.substring(path.lastIndexOf('/') + 1);
    Path second = site.data().toRealPath().resolve("databases").resolve(folder).resolve("second");
    long primary = redis.process().pid();
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != primary)
        .filter(process -> worksIn(process, second))
        .findFirst()
        .orElseThrow();
  }

  private static boolean worksIn(ProcessHandle process, Path folder) {
    try {
      return folder.equals(Path.of("/proc/" + process.pid() + "/cwd").toRealPath());
    } catch (IOException _) {
      return false; // it ended meanwhile
    }
  }
}
