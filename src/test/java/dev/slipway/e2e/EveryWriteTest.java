package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.exceptions.JedisException;

/// What a database with `aof-every-write` has acknowledged it keeps, however often its Redis dies.
final class EveryWriteTest extends DatabasesTest {
  private static final int KILLS = 50;
  private static final int WRITERS = 4;
  private static final long PAUSE_NANOS = 1_000_000;
  private static final int WRITES_A_LIFE = 10 * WRITERS;

  private final AtomicBoolean enough = new AtomicBoolean();

  @Override
  Site open(Path data) throws Exception {
    return Site.open(data, 15_400);
  }

  @Test
  void noAcknowledgedWriteIsLostOverFiftyDeathsUnderLoad() throws Exception {
    Reply database = walker.get(make(Bodies.database(freshName())));
    try (JedisPooled redis = StockClient.of(database)) {
      List<Writer> writers =
          IntStream.range(0, WRITERS).mapToObj(i -> new Writer(redis, "writer-" + i)).toList();
      try (var threads = Executors.newFixedThreadPool(WRITERS)) {
        writers.forEach(threads::execute);
        try {
          for (int i = 0; i < KILLS; i++) {
            long before = acknowledged(writers);
            Eventually.until(() -> acknowledged(writers), now -> now >= before + WRITES_A_LIFE);
            kill(database);
          }
        } finally {
          enough.set(true);
        }
      }
      Eventually.until(() -> StockClient.answers(redis), answers -> answers);

      assertThat(acknowledged(writers)).isGreaterThanOrEqualTo((long) KILLS * WRITES_A_LIFE);
      assertThat(writers).allSatisfy(writer -> assertThat(writer.kept()).isEqualTo(writer.written));
    }
  }

  private static void kill(Reply database) throws Exception {
    try (TenantRedis redis = TenantRedis.of(database)) {
      Signal.KILL.to(redis.process());
    }
  }

  private static long acknowledged(List<Writer> writers) {
    return writers.stream().mapToLong(writer -> writer.written).sum();
  }

  /// Writes one key after another, each until it is acknowledged.
  private final class Writer implements Runnable {
    private final JedisPooled redis;
    private final String name;
    private volatile long written;

    Writer(JedisPooled redis, String name) {
      this.redis = redis;
      this.name = name;
    }

    @Override
    public void run() {
      for (long number = 1; !enough.get(); number = written + 1) {
        try {
          redis.set(key(number), "v");
          written = number;
        } catch (JedisException _) {
          LockSupport.parkNanos(PAUSE_NANOS); // its Redis is dead; the next one is on its way
        }
      }
    }

    /// How many of the keys whose write was acknowledged are there.
    long kept() {
      long found = 0;
      for (long number = 1; number <= written; number++) {
        found += redis.exists(key(number)) ? 1 : 0;
      }
      return found;
    }

    private String key(long number) {
      return name + ":" + number;
    }
  }
}
