package dev.slipway.proof.bench;

import dev.slipway.proof.live.RedisClient;
import java.io.IOException;

/// A line of what a Redis says of itself.
final class InfoLine {
  private InfoLine() {}

  /// The number behind this name.
  ///
  /// @throws IOException also when there is no such line
  static long number(RedisClient redis, String section, String name) throws IOException {
    return redis
        .call("INFO", section)
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1).strip()))
        .findFirst()
        .orElseThrow(() -> new IOException("Redis says nothing of its " + name));
  }
}
