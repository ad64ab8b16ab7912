package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Replica;
import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test of one database on a platform of its own.
abstract class PlatformTest {
  World world;

  SpecPlatform platform;

  DatabaseSpec wish;

  @BeforeEach
  void open(@TempDir Path data) throws IOException {
    world = new World(data);
    platform = world.platform();
    wish = world.wish();
  }

  @AfterEach
  void close() throws IOException, PlatformException {
    world.close();
  }

  /// Waits until the second Redis is like this.
  void awaitReplica(DatabaseSpec wanted, Replica state) throws Exception {
    Optional<Observed> seen =
        Poll.find(
            Duration.ofSeconds(20),
            () -> Optional.of(platform.observe(ID, wanted)).filter(o -> o.replica() == state));
    assertThat(seen).isPresent();
  }

  /// As a tenant.
  void write(String key, String value) throws Exception {
    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      client.call("SET", key, value).text();
    }
  }

  /// As a tenant.
  String read(String key) throws Exception {
    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      return client.call("GET", key).text();
    }
  }

  static PlatformException failure(ThrowingCallable action) {
    return catchThrowableOfType(PlatformException.class, action);
  }
}
