package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

/// How much a database holds and what it drops, as a client library finds it.
class MemoryTest extends DatabasesTest {
  private static final byte[] MEGABYTE = new byte[1_000_000];

  /// Those that the Redis which comes along has.
  private static final String[] EVERY_POLICY = {
    "allkeys-lru",
    "allkeys-lfu",
    "allkeys-random",
    "volatile-lru",
    "volatile-lfu",
    "volatile-random",
    "volatile-ttl",
    "noeviction"
  };

  @Override
  Site open(Path data) throws Exception {
    return Site.open(data, 15_000);
  }

  @Test
  void databaseIsNotMadeSmallerThanItsData() throws Exception {
    String path = make(sized(0.2));
    try (Jedis redis = login(path)) {
      fill(redis, 120);

      Reply task = walker.verdict(walker.put(path, "{\"datasetSizeInGb\": 0.1}"));

      assertThat(task.word("/response/error/type")).isEqualTo("DATABASE_SIZE_SMALLER_THAN_USAGE");
      assertThat(task.word("/response/error/description"))
          .containsPattern("uses 0\\.1[2-9]\\d* GB, and 0\\.1 GB would not hold that");
      assertThat(redis.dbSize()).isEqualTo(120);
    }
  }

  @Test
  void sizeChangesUnderAClientWithoutTheLossOfAKey() throws Exception {
    String path = make(sized(0.1));
    try (Jedis redis = login(path)) {
      fill(redis, 70);

      resize(path, 0.2);
      fill(redis, 120);
      redis.del(names(70, 120));
      resize(path, 0.1);

      assertThat(redis.dbSize()).isEqualTo(70);
      assertThat(redis.info("memory")).contains("maxmemory:100000000\r\n");
      assertThat(walker.get(path).at("/memoryUsedInMb").asDouble()).isBetween(70.0, 100.0);
    }
  }

  @Test
  void whatAFullDatabaseDropsIsChangedUnderAClient() throws Exception {
    String path = make(sized(0.1));
    try (Jedis redis = login(path)) {
      for (String policy : EVERY_POLICY) {
        walker.resource(walker.put(path, "{\"dataEvictionPolicy\": \"%s\"}".formatted(policy)));
        walker.active(path);

        assertThat(redis.info("memory")).contains("maxmemory_policy:" + policy + "\r\n");
      }
    }
  }

  private String sized(double gb) {
    return """
    {"name": "%s", "datasetSizeInGb": %s, "replication": false, "dataPersistence": "none",
     "dataEvictionPolicy": "noeviction"}
    """
        .formatted(freshName(), gb);
  }

  private void resize(String path, double gb) throws Exception {
    walker.resource(walker.put(path, "{\"datasetSizeInGb\": %s}".formatted(gb)));
    walker.active(path);
  }

  private Jedis login(String path) {
    Reply database = walker.get(path);
    return new Jedis(
        HostAndPort.from(database.word("/publicEndpoint")),
        DefaultJedisClientConfig.builder().password(database.word("/security/password")).build());
  }

  /// Puts so many keys of a megabyte in.
  private static void fill(Jedis redis, int keys) {
    for (int i = 0; i < keys; i++) {
      redis.set(name(i).getBytes(StandardCharsets.US_ASCII), MEGABYTE);
    }
  }

  private static String[] names(int from, int to) {
    return IntStream.range(from, to).mapToObj(MemoryTest::name).toArray(String[]::new);
  }

  private static String name(int number) {
    return "key-" + number;
  }
}
