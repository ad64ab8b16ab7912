package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Config.PortRange;
import dev.slipway.Config.Strict;
import dev.slipway.platform.process.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What commands may promise of the Redis of this machine.
final class LocalRedisTest {
  @TempDir private Path data;

  @Test
  void versionOfTheEngineIsKnownWithoutStrictness() throws Exception {
    Path engine =
        Files.writeString(data.resolve("redis-server"), "#!/bin/sh\necho Redis server v=8.6.0");
    Files.setPosixFilePermissions(engine, PosixFilePermissions.fromString("rwx------"));

    assertThat(redis(Set.of()).installation().engineVersions().get()).containsExactly("8.6.0");
  }

  @Test
  void startAsksNoEngineForItsVersion() throws Exception {
    keepTheBundledEnginePacked();
    LocalRedis redis = redis(Set.of());

    assertThatCode(redis::installation).doesNotThrowAnyException();
  }

  @Test
  void strictStartWithoutAnEngineIsRefused() throws Exception {
    keepTheBundledEnginePacked();
    LocalRedis redis = redis(Set.of(Strict.ENGINE));

    assertThatThrownBy(redis::installation).isInstanceOf(CannotStart.class);
  }

  /// A file is where its folder would be.
  private void keepTheBundledEnginePacked() throws IOException {
    Files.writeString(data.resolve("engines"), "");
  }

  private LocalRedis redis(Set<Strict> strict) {
    Config config =
        new Config(
            data,
            "127.0.0.1",
            0,
            new PortRange(19_000, 19_010),
            new PortRange(29_000, 29_010),
            "127.0.0.1",
            false,
            strict,
            Optional.empty());
    return new LocalRedis(config, new Engines(data.toString(), data));
  }
}
