package dev.slipway.platform.process;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Path;
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

  static PlatformException failure(ThrowingCallable action) {
    return catchThrowableOfType(PlatformException.class, action);
  }
}
