package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Failpoint;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.Observed.Replica;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Writes that pass from one Redis of a database to the other.
final class HandOverTest extends PlatformTest {
  private DatabaseSpec replicated;
  private DatabaseSpec over;

  @BeforeEach
  void start() throws Exception {
    replicated = Wishes.replicated(wish);
    over = replicated.takenOver();
    platform.apply(Action.START, ID, replicated);
    platform.apply(Action.FOLLOW, ID, replicated);
    awaitReplica(replicated, Replica.FOLLOWING);
  }

  @Test
  void bothAreSeenAsTheyAreBeforeIt() throws Exception {
    Observed seen = platform.observe(ID, over);

    assertThat(seen.process()).isEqualTo(Life.SUCCEEDING);
    assertThat(seen.replica()).isEqualTo(Replica.LEADING);
  }

  @Test
  void clientsOfTheOldOneAreCut() throws Exception {
    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      client.call("SET", "k", "v").text();

      platform.apply(Action.CONFIGURE, ID, over);

      assertThatThrownBy(() -> client.call("SET", "k", "w")).isInstanceOf(IOException.class);
    }
    assertThat(read("k")).isEqualTo("v");
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_PROMOTION", "AFTER_PROMOTION"})
  void crashInTheMiddleLeavesNobodyWhoCouldWriteToTheOldOne(Failpoint point) throws Exception {
    write("k", "v");
    SpecPlatform dying =
        world.platform(
            hit -> {
              if (hit == point) {
                throw new Crash();
              }
            });
    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      assertThatThrownBy(() -> dying.apply(Action.CONFIGURE, ID, over)).isInstanceOf(Crash.class);
      dying.close();
      assertThatThrownBy(() -> client.call("SET", "k", "lost")).isInstanceOf(IOException.class);
    }

    SpecPlatform next = world.platform();
    next.apply(Action.CONFIGURE, ID, over);

    assertThat(next.observe(ID, over).process()).isEqualTo(Life.SERVING);
    assertThat(read("k")).isEqualTo("v");
    next.apply(Action.FOLLOW, ID, over);
    awaitReplica(over, Replica.FOLLOWING);
  }

  @Test
  void writesThatTheNewOneLacksAreWaitedFor() throws Exception {
    String value = "v".repeat(20_000);
    world.signalSecond("STOP");
    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      for (int i = 0; i < 1_000; i++) {
        client.call("SET", "k" + i, value).text();
      }
    }
    Thread wakes = Thread.ofPlatform().start(this::wakeSoon);

    platform.apply(Action.CONFIGURE, ID, over);

    wakes.join();
    assertThat(platform.observe(ID, over).process()).isEqualTo(Life.SERVING);
    assertThat(read("k999")).isEqualTo(value);
  }

  /// Within the patience of one exchange.
  private void wakeSoon() {
    LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
    try {
      world.signalSecond("CONT");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void encryptedDatabaseHandsOverToo() throws Exception {
    DatabaseSpec encrypted = Wishes.encrypted(replicated);
    platform.apply(Action.CONFIGURE, ID, encrypted);
    platform.apply(Action.FOLLOW, ID, encrypted);
    awaitReplica(encrypted, Replica.FOLLOWING);

    platform.apply(Action.CONFIGURE, ID, encrypted.takenOver());

    assertThat(platform.observe(ID, encrypted.takenOver()).process()).isEqualTo(Life.SERVING);
    awaitReplica(encrypted.takenOver(), Replica.FOLLOWING);
  }

  private static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }
}
