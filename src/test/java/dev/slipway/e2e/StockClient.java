package dev.slipway.e2e;

import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.exceptions.JedisException;

/// A client library as an application has it: one object for as long as the application runs, which
/// connects again by itself.
final class StockClient {
  private StockClient() {}

  /// For a database as it is shown.
  static JedisPooled of(Reply database) {
    return new JedisPooled(
        HostAndPort.from(database.word("/publicEndpoint")),
        DefaultJedisClientConfig.builder().password(database.word("/security/password")).build());
  }

  /// Whether a Redis answers it now.
  static boolean answers(JedisPooled redis) {
    try {
      return redis.ping().equals("PONG");
    } catch (JedisException _) {
      return false;
    }
  }
}
