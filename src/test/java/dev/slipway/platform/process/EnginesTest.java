package dev.slipway.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesTest {
  @TempDir private Path folder;

  @Test
  void engineOnTheSearchPathIsTakenFirst() throws Exception {
    Path valkey = program("a/valkey-server", "Valkey server v=8.0.1 sha=0");
    String searchPath = folder.resolve("none") + ":" + valkey.getParent();

    Engine engine = new Engines(searchPath, folder).engine();

    assertThat(engine).isEqualTo(new Engine(valkey, "valkey", "8.0.1"));
  }

  @Test
  void engineThatIsTooOldIsPassedOver() throws Exception {
    program("a/redis-server", "Redis server v=6.0.16 sha=0");
    Path newer = program("b/redis-server", "Redis server v=7.4.0 sha=0");
    String searchPath = folder.resolve("a") + ":" + folder.resolve("b");

    Engine engine = new Engines(searchPath, folder).engine();

    assertThat(engine.binary()).isEqualTo(newer);
  }

  @Test
  void linkToTheEngineIsNotResolved() throws Exception {
    Path checker = program("a/redis-check-rdb", "Redis server v=7.0.15 sha=0");
    Path link = Files.createSymbolicLink(folder.resolve("a/redis-server"), checker);

    Engine engine = new Engines(folder.resolve("a").toString(), folder).engine();

    assertThat(engine.binary()).isEqualTo(link);
  }

  @Test
  void engineThatComesAlongIsUnpackedWhereThereIsNone() throws Exception {
    Path place = folder.resolve("engines/redis-7.0.15");

    Engine engine = new Engines("", folder).engine();

    assertThat(engine).isEqualTo(new Engine(place.resolve("redis-server"), "redis", "7.0.15"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(engine.binary())))
        .isEqualTo("rwxr-xr-x");
    assertThat(place.toFile().list()).containsExactly("redis-server");
  }

  @Test
  void engineIsUnpackedOnce() throws Exception {
    Path binary = new Engines("", folder).engine().binary();
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(binary, longAgo);

    new Engines("", folder).engine();

    assertThat(Files.getLastModifiedTime(binary)).isEqualTo(longAgo);
  }

  @Test
  void engineSaysWhetherItEncryptsAndServesNobodyMeanwhile() throws Exception {
    Engine real = new Engines("", Path.of("target").toAbsolutePath()).engine();
    Path without = program("a/redis-server", "Reading the configuration file, at line 1");

    assertThat(real.encrypts()).isTrue();
    assertThat(new Engine(without, "redis", "7.0.15").encrypts()).isFalse();
  }

  @Test
  void allEnginesAreListedAndNoneIsUnpacked() throws Exception {
    Path redis = program("a/redis-server", "Redis server v=7.4.0 sha=0");
    Path valkey = program("a/valkey-server", "Valkey server v=8.0.1 sha=0");

    Engines engines = new Engines(folder.resolve("a").toString(), folder);

    assertThat(engines.all()).extracting(Engine::binary).containsExactly(redis, valkey);
    assertThat(engines.comesAlong()).isTrue();
    assertThat(folder.resolve("engines")).doesNotExist();
  }

  private Path program(String name, String answer) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\necho '" + answer + "'\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
