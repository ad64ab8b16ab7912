package dev.slipway.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLogTest {
  private static final long LIMIT = 10L << 20;

  @TempDir Path path;

  private EngineLog log;

  @BeforeEach
  void open() throws IOException {
    log = new EngineLog(new DatabaseFolder(10001, path, OptionalInt.empty()));
    log.open();
  }

  @Test
  void logOfTenMebibytesStays() throws IOException {
    fill(LIMIT);

    log.rotate();

    assertThat(log.size()).isEqualTo(LIMIT);
  }

  @Test
  void logOneByteBeyondIsPutAside() throws IOException {
    fill(LIMIT + 1);

    log.open();

    assertThat(log.size()).isZero();
    assertThat(path.resolve("redis.log.1")).hasSize(LIMIT + 1);
  }

  @Test
  void noMoreThanThreeAreKept() throws IOException {
    for (int i = 1; i <= 4; i++) {
      fill(LIMIT + i);
      log.open();
    }

    try (Stream<Path> files = Files.list(path)) {
      assertThat(files).hasSize(3);
    }
    assertThat(path.resolve("redis.log.2")).hasSize(LIMIT + 3);
  }

  private void fill(long size) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.resolve("redis.log").toFile(), "rw")) {
      file.setLength(size);
    }
  }
}
