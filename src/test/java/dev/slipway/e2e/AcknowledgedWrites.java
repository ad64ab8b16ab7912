package dev.slipway.e2e;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.exceptions.JedisException;

/// An application that writes one key after another with a client library, each until it is
/// acknowledged. It writes from when it is made until it is closed.
final class AcknowledgedWrites implements AutoCloseable {
  private static final long PAUSE_NANOS = 200_000;

  private final JedisPooled redis;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private volatile long count;
  private volatile long longestGap;
  private volatile boolean enough;

  AcknowledgedWrites(Reply database) {
    redis = StockClient.of(database);
    thread.execute(this::write);
  }

  private void write() {
    long last = System.nanoTime();
    for (long number = 1; !enough; number = count + 1) {
      try {
        redis.set(key(number), "v");
        count = number;
        long now = System.nanoTime();
        longestGap = Math.max(longestGap, now - last);
        last = now;
      } catch (JedisException _) {
        // Not acknowledged: it is written again.
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /// How many were acknowledged so far.
  long count() {
    return count;
  }

  /// The longest time between two acknowledgements so far, in milliseconds.
  double longestGapMillis() {
    return longestGap / 1e6;
  }

  /// Writes on for some time.
  void goOn() throws Exception {
    long before = count;
    Eventually.until(this::count, now -> now > before + 50);
  }

  /// How many of the acknowledged ones are not there any more; nothing is written from now on.
  long missing() throws Exception {
    enough = true;
    thread.close();
    Eventually.until(() -> StockClient.answers(redis), answers -> answers);
    long missing = 0;
    for (long number = 1; number <= count; number++) {
      missing += redis.exists(key(number)) ? 0 : 1;
    }
    return missing;
  }

  private static String key(long number) {
    return "written:" + number;
  }

  @Override
  public void close() {
    enough = true;
    thread.close();
    redis.close();
  }
}
