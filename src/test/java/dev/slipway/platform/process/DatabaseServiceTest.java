package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Facts;
import dev.slipway.model.Persistence;
import dev.slipway.model.Settings;
import dev.slipway.model.Wanted;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whom a database serves, and how that is seen.
final class DatabaseServiceTest extends PlatformTest {
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
    assertThat(observed.settings()).isEqualTo(Settings.wantedBy(Wanted.alone(wish)));
    assertThat(observed.facts()).extracting(Facts::engine).isEqualTo("redis 7.0.15");
  }

  @Test
  void nothingIsSeenOfADatabaseThatWasNeverStarted() throws Exception {
    Observed observed = platform.observe(ID, wish);

    assertThat(observed)
        .isEqualTo(new Observed(Life.DEAD, false, null, null, Observed.Replica.NONE, null));
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
      TakingOver.isRefusedTo(client);
      assertThat(client.call("CLIENT", "SETNAME", "me").text()).isEqualTo("OK");
      assertThat(client.call("ACL", "WHOAMI").text()).isEqualTo("default");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nrequirepass x", "\"quoted' \\", "a b\tc\u0000d", "密码密码密码密码密码", "🔑"})
  void passwordOfAnyCharactersOpensTheDatabaseAndIsInNoFile(String password) throws Exception {
    DatabaseSpec behind = Wishes.behind(wish, password);
    platform.apply(Action.START, ID, behind);

    world.client(password).close();

    assertThat(platform.observe(ID, behind).process()).isEqualTo(Life.SERVING);
    assertThat(files()).doesNotContain(password);
  }

  @Test
  void nameIsInNoFile() throws Exception {
    DatabaseSpec named = wish.withName("evil\nrequirepass \"x\"");
    platform.apply(Action.START, ID, named);

    assertThat(files()).doesNotContain("evil", "requirepass");
  }

  /// What is written for Redis to read.
  private String files() throws IOException {
    return Files.readString(world.folder().resolve(Launcher.CONFIGURATION))
        + Files.readString(world.folder().resolve(RedisConf.ACL));
  }

  @Test
  void databaseWithoutDefaultUserServesNobodyElse() throws Exception {
    DatabaseSpec closed = Wishes.closed(wish);
    platform.apply(Action.START, ID, closed);

    Observed observed = platform.observe(ID, closed);

    assertThat(observed.process()).isEqualTo(Life.SERVING);
    assertThat(observed.settings()).isEqualTo(Settings.wantedBy(Wanted.alone(closed)));
    assertThatThrownBy(() -> world.client(Wishes.PASSWORD)).hasMessageContaining("WRONGPASS");
  }

  @Test
  void databaseOnAnotherPasswordIsUnreachable() throws Exception {
    platform.apply(Action.START, ID, wish);

    Observed observed = platform.observe(ID, Wishes.behind(wish, "another"));

    assertThat(observed.process()).isEqualTo(Life.UNREACHABLE);
  }

  @Test
  void fullDiskIsWhyADatabaseServesNobody() throws Exception {
    DatabaseSpec saving = Wishes.keeping(wish, Persistence.AOF_EVERY_1_SECOND);
    platform.apply(Action.START, ID, saving);
    fillTheDisk();

    Observed observed = platform.observe(ID, saving);
    PlatformException failure = failure(() -> platform.apply(Action.CONFIGURE, ID, saving));

    assertThat(observed.process()).isEqualTo(Life.UNREACHABLE);
    assertThat(observed.settings()).isNotEqualTo(Settings.wantedBy(Wanted.alone(saving)));
    assertThat(failure).hasMessage("The disk that holds " + world.folder() + " is full.");
    assertThat(failure.trouble().lasting()).isFalse();
  }

  /// Has the next append-only file written to a device that has no room.
  private void fillTheDisk() throws Exception {
    try (RedisConnection control = world.control()) {
      control.call("CONFIG", "SET", "appendonly", "no").text();
      Path next = world.folder().resolve("appendonlydir/temp-appendonly.aof.incr");
      Files.createSymbolicLink(next, Path.of("/dev/full"));
      control.call("CONFIG", "SET", "appendonly", "yes").text();
      Optional<Reply> refusal =
          Poll.find(
              Duration.ofSeconds(10),
              () -> {
                control.call("SET", "k", "v");
                return Optional.of(control.call("PING")).filter(Reply.Refusal.class::isInstance);
              });
      assertThat(refusal).isPresent();
    }
  }

  @Test
  void takenPortIsSeenWithItsHolder() throws Exception {
    try (ServerSocket _ = new ServerSocket(world.port, 1, InetAddress.getLoopbackAddress())) {
      Observed observed = platform.observe(ID, wish);

      assertThat(observed.portHolder()).contains("(process " + ProcessHandle.current().pid() + ")");
    }
  }
}
