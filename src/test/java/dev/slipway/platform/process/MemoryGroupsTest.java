package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slipway.model.Settings;
import dev.slipway.platform.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The kernel's bounds around a real Redis, where this machine lets us make them.
final class MemoryGroupsTest extends PlatformTest {
  @BeforeEach
  void needGroups() {
    assumeThat(ControlGroups.here().folder()).isPresent();
  }

  @Test
  void startedRedisIsInAGroupOfItsOwnWithRoomForASave() throws Exception {
    platform.apply(Action.START, ID, wish);

    assertThat(processes()).contains(Long.toString(world.resident().pid()));
    assertThat(limit()).isGreaterThan(2 * Settings.maxMemory(wish)).isLessThan(1L << 30);
  }

  @Test
  void boundGrowsAndShrinksWithTheDatabase() throws Exception {
    platform.apply(Action.START, ID, wish);
    long small = limit();

    platform.apply(Action.CONFIGURE, ID, Wishes.sized(wish, 1));
    long large = limit();
    platform.apply(Action.CONFIGURE, ID, wish);

    // The kernel counts in pages.
    assertThat(large - small).isCloseTo(2_250_000_000L, within(4096L));
    assertThat(limit()).isEqualTo(small);
  }

  @Test
  void nextServerFindsTheBoundOfARedisThatGoesOn() throws Exception {
    platform.apply(Action.START, ID, wish);
    long small = limit();
    SpecPlatform next = world.platform();

    next.apply(Action.START, ID, Wishes.sized(wish, 0.2));

    assertThat(limit()).isGreaterThan(small);
    assertThat(processes()).contains(Long.toString(world.resident().pid()));
  }

  @Test
  void redisOutsideIsPutIntoItsGroupWhenItIsChanged() throws Exception {
    platform.apply(Action.START, ID, wish);
    Path above = Objects.requireNonNull(group().getParent());
    Files.writeString(above.resolve("cgroup.procs"), Long.toString(world.resident().pid()));
    assertThat(processes()).isEmpty();

    platform.apply(Action.CONFIGURE, ID, wish);

    assertThat(somebodyIn()).contains(Long.toString(world.resident().pid()));
  }

  @Test
  void secondRedisHasAGroupThatGoesWithIt() throws Exception {
    var replicated = Wishes.replicated(wish);
    platform.apply(Action.START, ID, replicated);
    platform.apply(Action.FOLLOW, ID, replicated);
    Path second = world.groups().of(folder().second(), world.second().pid()).orElseThrow();
    assertThat(second).exists();

    platform.apply(Action.UNFOLLOW, ID, replicated);

    assertThat(second).doesNotExist();
    assertThat(group()).exists();
  }

  @Test
  void erasureTakesTheGroupAlong() throws Exception {
    platform.apply(Action.START, ID, wish);
    Path group = group();

    platform.apply(Action.ERASE, ID, wish);

    assertThat(group).doesNotExist();
  }

  @Test
  void erasureTakesTheGroupOfADeadRedisAlong() throws Exception {
    platform.apply(Action.START, ID, wish);
    Path group = group();
    world.kill();

    platform.apply(Action.ERASE, ID, wish);

    assertThat(group).doesNotExist();
  }

  @Test
  void downTakesTheGroupsAlong() throws Exception {
    platform.apply(Action.START, ID, wish);
    Path group = group();

    new RunningDatabases(world.data()).endAll();

    assertThat(group).doesNotExist();
  }

  private DatabaseFolder folder() throws IOException {
    return DatabaseFolders.in(world.data(), false).of(ID);
  }

  private Path group() throws IOException {
    return world.groups().of(folder(), world.resident().pid()).orElseThrow();
  }

  private long limit() throws IOException {
    String file = ControlGroups.here().form().limit;
    return Long.parseLong(Files.readString(group().resolve(file)).strip());
  }

  private String processes() throws IOException {
    return Files.readString(group().resolve("cgroup.procs"));
  }

  /// Who is in the group, as soon as somebody is.
  private String somebodyIn() throws Exception {
    return Poll.find(
            Duration.ofSeconds(10), () -> Optional.of(processes()).filter(pids -> !pids.isBlank()))
        .orElseThrow();
  }
}
