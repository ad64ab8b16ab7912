package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.Observed.Replica;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whether a replica has all data when the one that it followed is gone, where its offset in the
/// stream of writes does not tell.
final class BereftReplicaTest extends PlatformTest {
  private static final String THOUSAND_KEYS =
      "for i = 1, 1000 do redis.call('SET', 'key-' .. i, string.rep('x', 1000)) end";

  private DatabaseSpec replicated;

  @BeforeEach
  void start() throws Exception {
    replicated = Wishes.replicated(wish);
    platform.apply(Action.START, ID, wish);
  }

  private void follow() throws Exception {
    platform.apply(Action.FOLLOW, ID, replicated);
    awaitReplica(replicated, Replica.FOLLOWING);
  }

  @Test
  void replicaThatNothingWasStreamedToHasAllData() throws Exception {
    write("k", "v");
    try (RedisConnection first = world.inside()) {
      first.call("CONFIG", "SET", "repl-ping-replica-period", "3600").text();
    }
    follow();
    world.kill();
    awaitReplica(replicated, Replica.BEREFT);

    platform.apply(Action.CONFIGURE, ID, replicated.takenOver());

    assertThat(platform.observe(ID, replicated.takenOver()).process()).isEqualTo(Life.SERVING);
    assertThat(read("k")).isEqualTo("v");
  }

  @Test
  void emptyReplicaThatWasTakingOverAllDataHasNot() throws Exception {
    follow();
    try (RedisConnection replica = replica()) {
      // Let it answer while it takes data over.
      replica.call("CONFIG", "SET", "loading-process-events-interval-bytes", "1024").text();
    }
    world.kill();
    world.signalSecond("STOP");
    platform.apply(Action.START, ID, replicated);
    try (RedisConnection first = world.inside()) {
      first.call("EVAL", THOUSAND_KEYS, "0").text();
      first.call("CONFIG", "SET", "rdbcompression", "no", "rdb-key-save-delay", "10000").text();
    }
    world.signalSecond("CONT");
    await("loading", "1");

    world.kill();
    await("loading", "0");

    assertThat(platform.observe(ID, replicated).replica()).isEqualTo(Replica.SYNCING);
    assertThat(platform.observe(ID, replicated.takenOver()).process()).isEqualTo(Life.INCOMPLETE);
  }

  private void await(String line, String value) throws Exception {
    Optional<String> seen =
        Poll.find(
            Duration.ofSeconds(10),
            () -> Optional.ofNullable(info().get(line)).filter(value::equals));
    assertThat(seen).isPresent();
  }

  private Map<String, String> info() throws IOException {
    try (RedisConnection replica = replica()) {
      return Report.info(replica.call("INFO").text());
    }
  }

  private RedisConnection replica() throws IOException {
    return world.control(DatabaseFolders.in(world.data(), false).of(ID).second());
  }
}
