package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Facts;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.PlatformException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// How a database is found again, alive, hung or dead.
final class DatabaseLifeTest extends PlatformTest {
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
        .isEqualTo(new Observed(Life.DEAD, true, null, null, Observed.Replica.NONE, null));
  }

  @Test
  void portIsFreeUntilItsRedisListens() throws Exception {
    boolean before = platform.free(wish.port());
    platform.apply(Action.START, ID, wish);

    assertThat(before).isTrue();
    assertThat(platform.free(wish.port())).isFalse();
  }

  @Test
  void onlyAProcessThatIsGoneHasEnded() throws Exception {
    boolean beforeTheFirst = platform.ended(ID);
    platform.apply(Action.START, ID, wish);
    boolean running = platform.ended(ID);
    world.signal("STOP");
    boolean hung = platform.ended(ID);
    world.kill();

    assertThat(beforeTheFirst).isFalse();
    assertThat(running).isFalse();
    assertThat(hung).isFalse();
    assertThat(platform.ended(ID)).isTrue();
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
    SpecPlatform stranger = world.stranger();

    PlatformException failure = failure(() -> stranger.observe(ID, wish));

    assertThat(failure).hasMessageContaining("process " + resident.pid());
    assertThat(failure(() -> stranger.apply(Action.START, ID, wish)))
        .hasMessageContaining("another control key");
    assertThat(world.resident()).isEqualTo(resident);
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

  private static String runId(Observed observed) {
    return Optional.ofNullable(observed.facts()).map(Facts::runId).orElse("");
  }
}
