package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Eviction;
import dev.slipway.model.Facts;
import dev.slipway.model.Persistence;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Settings;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessPlatformTest {
  private static final String ECHOES_A_VERSION = "#!/bin/sh\necho 'Redis server v=7.2.4 sha=0'\n";

  private World world;
  private ProcessPlatform platform;
  private DatabaseSpec wish;

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

  @Test
  void startedDatabaseServesItsTenant() throws Exception {
    platform.apply(Action.START, ID, wish);

    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      assertThat(client.call("SET", "k", "v").text()).isEqualTo("OK");
      assertThat(client.call("GET", "k").text()).isEqualTo("v");
    }
  }

  @Test
  void startedDatabaseIsSeenServingAsItWasWished() throws Exception {
    platform.apply(Action.START, ID, wish);

    Observed observed = platform.observe(ID, wish);

    assertThat(observed.process()).isEqualTo(Life.SERVING);
    assertThat(observed.settings()).isEqualTo(Settings.wantedBy(wish));
    assertThat(observed.facts()).extracting(Facts::engine).isEqualTo("redis 7.0.15");
  }

  @Test
  void nothingIsSeenOfADatabaseThatWasNeverStarted() throws Exception {
    Observed observed = platform.observe(ID, wish);

    assertThat(observed).isEqualTo(new Observed(Life.DEAD, false, null, null, null));
  }

  @Test
  void wrongPasswordIsRefused() throws Exception {
    platform.apply(Action.START, ID, wish);

    assertThatThrownBy(() -> world.client("guess")).hasMessageContaining("WRONGPASS");
  }

  @Test
  void clientWithoutPasswordIsRefused() throws Exception {
    platform.apply(Action.START, ID, wish);

    try (RedisConnection client = world.connection()) {
      assertThatThrownBy(() -> client.call("GET", "k").text()).hasMessageContaining("NOAUTH");
    }
  }

  @Test
  void tenantMayNotTakeTheServerOutOfOurHands() throws Exception {
    platform.apply(Action.START, ID, wish);

    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      assertThatThrownBy(() -> client.call("CONFIG", "SET", "dir", "/").text())
          .hasMessageContaining("NOPERM");
      assertThatThrownBy(() -> client.call("ACL", "SETUSER", "x").text())
          .hasMessageContaining("NOPERM");
      assertThatThrownBy(() -> client.call("SHUTDOWN").text()).hasMessageContaining("NOPERM");
      assertThat(client.call("CLIENT", "SETNAME", "me").text()).isEqualTo("OK");
      assertThat(client.call("ACL", "WHOAMI").text()).isEqualTo("default");
    }
  }

  @Test
  void newPlatformFindsTheSameProcessAgain() throws Exception {
    platform.apply(Action.START, ID, wish);
    Observed before = platform.observe(ID, wish);
    Resident resident = world.resident();
    platform.close();

    Observed after = world.platform().observe(ID, wish);

    assertThat(after.process()).isEqualTo(Life.SERVING);
    assertThat(runId(after)).isNotEmpty().isEqualTo(runId(before));
    assertThat(world.resident()).isEqualTo(resident);
  }

  @Test
  void deathAsksForALook() throws Exception {
    BlockingQueue<Integer> looks = new LinkedBlockingQueue<>();
    platform.onSuspicion(looks::add);
    platform.apply(Action.START, ID, wish);
    platform.observe(ID, wish);

    world.kill();

    assertThat(looks.poll(10, TimeUnit.SECONDS)).isEqualTo(ID);
    assertThat(platform.observe(ID, wish))
        .isEqualTo(new Observed(Life.DEAD, true, null, null, null));
  }

  @Test
  void databaseComesBackWithItsDataAfterItsDeath() throws Exception {
    platform.apply(Action.START, ID, wish);
    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      client.call("SET", "k", "v").text();
    }
    world.kill();

    platform.apply(Action.START, ID, wish);

    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      assertThat(client.call("GET", "k").text()).isEqualTo("v");
    }
  }

  @Test
  void hungDatabaseIsSilentAndLivesOn() throws Exception {
    platform.apply(Action.START, ID, wish);
    Resident resident = world.resident();
    world.signal("STOP");

    Observed observed = platform.observe(ID, wish);

    assertThat(observed.process()).isEqualTo(Life.SILENT);
    world.signal("CONT");
    assertThat(platform.observe(ID, wish).process()).isEqualTo(Life.SERVING);
    assertThat(world.resident()).isEqualTo(resident);
  }

  @Test
  void changeReachesARunningDatabaseAndItsClientStays() throws Exception {
    platform.apply(Action.START, ID, wish);
    DatabaseSpec changed = Wishes.sized(wish, 0.25);
    changed = Wishes.evicting(changed, Eviction.ALLKEYS_LFU);
    changed = Wishes.keeping(changed, Persistence.SNAPSHOT_EVERY_6_HOURS);
    changed = Wishes.behind(changed, "another");
    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      client.call("SET", "k", "v").text();

      platform.apply(Action.CONFIGURE, ID, changed);

      Observed observed = platform.observe(ID, changed);
      assertThat(observed.settings()).isEqualTo(Settings.wantedBy(changed));
      assertThat(observed.process()).isEqualTo(Life.SERVING);
      assertThat(client.call("GET", "k").text()).isEqualTo("v");
    }
  }

  @Test
  void databaseThatBeginsToKeepItsDataHasItAfterItsDeath() throws Exception {
    platform.apply(Action.START, ID, Wishes.keeping(wish, Persistence.NONE));
    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      client.call("SET", "k", "v").text();
    }
    platform.apply(Action.CONFIGURE, ID, wish);
    world.kill();

    platform.apply(Action.START, ID, wish);

    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      assertThat(client.call("GET", "k").text()).isEqualTo("v");
    }
  }

  @Test
  void changeSurvivesARestart() throws Exception {
    platform.apply(Action.START, ID, wish);
    DatabaseSpec changed = Wishes.behind(Wishes.sized(wish, 0.3), "another");
    platform.apply(Action.CONFIGURE, ID, changed);
    world.kill();

    platform.apply(Action.START, ID, changed);

    assertThat(platform.observe(ID, changed).settings()).isEqualTo(Settings.wantedBy(changed));
  }

  @Test
  void databaseWithoutDefaultUserServesNobodyElse() throws Exception {
    DatabaseSpec closed = Wishes.closed(wish);
    platform.apply(Action.START, ID, closed);

    Observed observed = platform.observe(ID, closed);

    assertThat(observed.process()).isEqualTo(Life.SERVING);
    assertThat(observed.settings()).isEqualTo(Settings.wantedBy(closed));
    assertThatThrownBy(() -> world.client(Wishes.PASSWORD)).hasMessageContaining("WRONGPASS");
  }

  @Test
  void databaseOnAnotherPasswordIsUnreachable() throws Exception {
    platform.apply(Action.START, ID, wish);

    Observed observed = platform.observe(ID, Wishes.behind(wish, "another"));

    assertThat(observed.process()).isEqualTo(Life.UNREACHABLE);
  }

  @Test
  void erasedDatabaseLeavesNothing() throws Exception {
    platform.apply(Action.START, ID, wish);
    Resident resident = world.resident();

    platform.apply(Action.ERASE, ID, wish);

    assertThat(world.folder()).doesNotExist();
    assertThat(new ProcessTable().entry(resident.pid())).isEmpty();
    assertThat(platform.observe(ID, wish))
        .isEqualTo(new Observed(Life.DEAD, false, null, null, null));
  }

  @Test
  void eraseFollowsNoLink(@TempDir Path elsewhere) throws Exception {
    Path precious = Files.writeString(elsewhere.resolve("precious"), "kept");
    platform.apply(Action.START, ID, wish);
    Files.createSymbolicLink(world.folder().resolve("link"), elsewhere);

    platform.apply(Action.ERASE, ID, wish);

    assertThat(world.folder()).doesNotExist();
    assertThat(precious).hasContent("kept");
  }

  @Test
  void eraseOfNothingIsDone() throws Exception {
    platform.apply(Action.ERASE, ID, wish);

    assertThat(world.folder()).doesNotExist();
  }

  @Test
  void stoppedDatabaseKeepsItsFolder() throws Exception {
    platform.apply(Action.START, ID, wish);

    platform.apply(Action.STOP, ID, wish);

    assertThat(platform.observe(ID, wish))
        .isEqualTo(new Observed(Life.DEAD, true, null, null, null));
  }

  @Test
  void takenPortIsSeenWithItsHolder() throws Exception {
    try (ServerSocket _ = new ServerSocket(world.port, 1, InetAddress.getLoopbackAddress())) {
      Observed observed = platform.observe(ID, wish);

      assertThat(observed.portHolder()).contains("(process " + ProcessHandle.current().pid() + ")");
    }
  }

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
  void refusedChangeLasts() throws Exception {
    platform.apply(Action.START, ID, wish);
    DatabaseSpec tooNew = Wishes.evicting(wish, Eviction.ALLKEYS_LRM);

    PlatformException failure = failure(() -> platform.apply(Action.CONFIGURE, ID, tooNew));

    assertThat(failure.trouble().lasting()).isTrue();
    assertThat(platform.observe(ID, wish).process()).isEqualTo(Life.SERVING);
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
  void processWithoutAStateFileIsSeen() throws Exception {
    platform.apply(Action.START, ID, wish);
    Resident first = world.resident();
    Files.delete(world.folder().resolve("process"));

    Observed observed = platform.observe(ID, wish);

    assertThat(observed.process()).isEqualTo(Life.SERVING);
    assertThat(world.resident()).isEqualTo(first);
  }

  @Test
  void processOfAnotherKeyIsNamedAndNotEnded() throws Exception {
    platform.apply(Action.START, ID, wish);
    Resident resident = world.resident();
    ProcessPlatform stranger = world.stranger();

    PlatformException failure = failure(() -> stranger.observe(ID, wish));

    assertThat(failure).hasMessageContaining("process " + resident.pid());
    assertThat(failure(() -> stranger.apply(Action.START, ID, wish)))
        .hasMessageContaining("another control key");
    assertThat(world.resident()).isEqualTo(resident);
  }

  @Test
  void goneEngineIsNamedAndMayComeBack(@TempDir Path elsewhere) throws Exception {
    Path binary = Files.writeString(elsewhere.resolve("redis-server"), ECHOES_A_VERSION);
    Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwxr-xr-x"));
    Engines engines = new Engines(binary, "", elsewhere);
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
    ProcessPlatform broken = world.platform(new Engines(binary, "", elsewhere));

    PlatformException failure = failure(() -> broken.apply(Action.START, ID, wish));

    assertThat(failure.trouble().lasting()).isFalse();
    assertThat(failure).hasMessageContaining("Redis server v=7.2.4");
  }

  @Test
  void largeLogIsMovedAwayUnderARunningDatabase() throws Exception {
    platform.apply(Action.START, ID, wish);
    try (FileChannel log =
        FileChannel.open(world.folder().resolve("redis.log"), StandardOpenOption.WRITE)) {
      log.write(ByteBuffer.allocate(1), 11 << 20);
    }

    platform.observe(ID, wish);

    assertThat(world.folder().resolve("redis.log.1")).hasSize((11 << 20) + 1);
    assertThat(world.folder().resolve("redis.log")).doesNotExist();
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

  private static String runId(Observed observed) {
    return Optional.ofNullable(observed.facts()).map(Facts::runId).orElse("");
  }

  private static PlatformException failure(ThrowingCallable action) {
    return catchThrowableOfType(PlatformException.class, action);
  }
}
