package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Eviction;
import dev.slipway.model.ProblemType;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.PlatformException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a start makes, and what keeps it from that.
final class DatabaseStartTest extends PlatformTest {
  private static final String ECHOES_A_VERSION = "#!/bin/sh\necho 'Redis server v=7.2.4 sha=0'\n";

  @Test
  void startOnATakenPortMayWorkLater() throws Exception {
    try (ServerSocket _ = new ServerSocket(world.port, 1, InetAddress.getLoopbackAddress())) {
      PlatformException failure = failure(() -> platform.apply(Action.START, ID, wish));

      assertThat(failure.trouble().lasting()).isFalse();
      assertThat(failure.trouble().problem().type())
          .isEqualTo(ProblemType.DATABASE_PORT_IS_UNAVAILABLE);
    }
  }

  @Test
  void refusedConfigurationLasts() throws Exception {
    DatabaseSpec tooNew = Wishes.evicting(wish, Eviction.ALLKEYS_LRM);

    PlatformException failure = failure(() -> platform.apply(Action.START, ID, tooNew));

    assertThat(failure.trouble().lasting()).isTrue();
    assertThat(failure.trouble().problem().description())
        .contains("maxmemory-policy")
        .hasSizeLessThan(600);
  }

  @Test
  void secondStartChangesNothing() throws Exception {
    platform.apply(Action.START, ID, wish);
    Resident first = world.resident();

    platform.apply(Action.START, ID, wish);

    assertThat(world.resident()).isEqualTo(first);
  }

  @Test
  void secondStartTakesTheProcessWhoseStateFileWasLost() throws Exception {
    platform.apply(Action.START, ID, wish);
    Resident first = world.resident();
    Files.delete(world.folder().resolve("process"));

    platform.apply(Action.START, ID, wish);

    assertThat(world.resident()).isEqualTo(first);
  }

  @Test
  void goneEngineIsNamedAndMayComeBack(@TempDir Path elsewhere) throws Exception {
    Path binary = Files.writeString(elsewhere.resolve("redis-server"), ECHOES_A_VERSION);
    Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwxr-xr-x"));
    Engines engines = new Engines(elsewhere.toString(), elsewhere);
    assertThat(engines.engine().version()).isEqualTo("7.2.4");
    Files.delete(binary);

    PlatformException failure =
        failure(() -> world.platform(engines).apply(Action.START, ID, wish));

    assertThat(failure.trouble().lasting()).isFalse();
    assertThat(failure).hasMessageContaining(binary.toString());
  }

  @Test
  void engineThatEndsAtOnceIsToldWithItsLastWords(@TempDir Path elsewhere) throws Exception {
    Path binary = Files.writeString(elsewhere.resolve("redis-server"), ECHOES_A_VERSION);
    Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwxr-xr-x"));
    SpecPlatform broken = world.platform(new Engines(elsewhere.toString(), elsewhere));

    PlatformException failure = failure(() -> broken.apply(Action.START, ID, wish));

    assertThat(failure.trouble().lasting()).isFalse();
    assertThat(failure).hasMessageContaining("Redis server v=7.2.4");
  }

  @Test
  void passwordsAreOnDiskAsHashesOnly() throws Exception {
    platform.apply(Action.START, ID, wish);

    try (Stream<Path> files = Files.list(world.folder()).filter(Files::isRegularFile)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                      .doesNotContain(Wishes.PASSWORD));
    }
  }

  @Test
  void redisOfARemovedFolderIsNamedAndLivesOn() throws Exception {
    platform.apply(Action.START, ID, wish);
    Resident old = world.resident();
    world.removeFolder();

    PlatformException failure = failure(() -> platform.apply(Action.START, ID, wish));

    assertThat(failure.trouble().lasting()).isTrue();
    assertThat(failure)
        .hasMessageContaining(world.folder().toString())
        .hasMessageContaining("kill -9 " + old.pid());
    assertThat(new ProcessTable().entry(old.pid())).isPresent();
  }

  @Test
  void redisOfARemovedFolderLivesOnWhereTheFolderWasMadeAgain() throws Exception {
    platform.apply(Action.START, ID, wish);
    Resident old = world.resident();
    world.removeFolder();
    Files.createDirectory(world.folder());

    PlatformException failure = failure(() -> platform.apply(Action.START, ID, wish));

    assertThat(failure).hasMessageContaining("kill -9 " + old.pid());
    assertThat(new ProcessTable().entry(old.pid())).isPresent();
  }

  @Test
  void databaseStartsAnewWhenTheRedisOfItsRemovedFolderWasEnded() throws Exception {
    platform.apply(Action.START, ID, wish);
    Resident old = world.resident();
    world.removeFolder();
    failure(() -> platform.apply(Action.START, ID, wish));
    ProcessHandle.of(old.pid()).orElseThrow().destroyForcibly();
    world.awaitEnd(old);

    platform.apply(Action.START, ID, wish);

    assertThat(platform.observe(ID, wish).process()).isEqualTo(Life.SERVING);
  }
}
