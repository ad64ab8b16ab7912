package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.JedisPooled;

/// An application that is connected goes on with the client it has, whatever becomes of the Redis
/// behind its endpoint.
final class ReconnectTest extends DatabasesTest {
  @Override
  Site open(Path data) throws Exception {
    return Site.open(data, 15_200);
  }

  @Test
  void clientGoesOnWhenItsRedisWasStartedAgain() throws Exception {
    String path = make(Bodies.database(freshName()));

    assertThat(valueAfterADeath(path, 0)).isEqualTo("v");
    assertThat(walker.active(path).at("/x-slipway/failovers").isMissingNode()).isTrue();
  }

  @Test
  void clientGoesOnWhenTheReplicaTookOver() throws Exception {
    String path = make(Bodies.replicated(freshName()));

    assertThat(valueAfterADeath(path, 1)).isEqualTo("v");
    assertThat(walker.active(path).at("/x-slipway/failovers").asInt()).isOne();
  }

  /// What a client that was connected before its Redis died reads after it has written again.
  ///
  /// @param replicas how many have what it wrote when its Redis dies
  private String valueAfterADeath(String path, int replicas) throws Exception {
    Reply database = walker.get(path);
    try (JedisPooled redis = StockClient.of(database)) {
      redis.set("k", "v");
      assertThat(redis.waitReplicas("k", replicas, 1_900)).isEqualTo(replicas);
      try (TenantRedis any = TenantRedis.of(database)) {
        ProcessHandle before = any.process();
        Signal.KILL.to(before);
        Eventually.until(before::isAlive, alive -> !alive);
      }

      Eventually.until(() -> StockClient.answers(redis), answers -> answers);

      redis.set("later", "v");
      return redis.get("k");
    }
  }
}
