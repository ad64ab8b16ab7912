package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stopping and erasing leave.
final class DatabaseEndTest extends PlatformTest {
  @Test
  void erasedDatabaseLeavesNothing() throws Exception {
    platform.apply(Action.START, ID, wish);
    Resident resident = world.resident();

    platform.apply(Action.ERASE, ID, wish);

    assertThat(world.folder()).doesNotExist();
    assertThat(new ProcessTable().entry(resident.pid())).isEmpty();
    assertThat(platform.observe(ID, wish))
        .isEqualTo(new Observed(Life.DEAD, false, null, null, Observed.Replica.NONE, null));
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
        .isEqualTo(new Observed(Life.DEAD, true, null, null, Observed.Replica.NONE, null));
  }

  @Test
  void eraseEndsTheRedisOfARemovedFolder() throws Exception {
    platform.apply(Action.START, ID, wish);
    Resident resident = world.resident();
    world.removeFolder();

    platform.apply(Action.ERASE, ID, wish);

    assertThat(new ProcessTable().entry(resident.pid())).isEmpty();
  }

  @Test
  void eraseEndsTheRedisOfARemovedFolderBesideItsSuccessor() throws Exception {
    platform.apply(Action.START, ID, wish);
    Resident old = world.resident();
    world.removeFolder();
    DatabaseSpec moved = Wishes.onPort(World.freePort());
    platform.apply(Action.START, ID, moved);
    Resident successor = world.resident();

    platform.apply(Action.ERASE, ID, moved);

    assertThat(new ProcessTable().entry(old.pid())).isEmpty();
    assertThat(new ProcessTable().entry(successor.pid())).isEmpty();
  }

  @Test
  void redisOfARemovedFolderIsSomethingLeftAndNoStranger() throws Exception {
    platform.apply(Action.START, ID, wish);
    world.removeFolder();

    Observed observed = platform.observe(ID, wish);

    assertThat(observed)
        .isEqualTo(new Observed(Life.DEAD, true, null, null, Observed.Replica.NONE, null));
  }

  @Test
  void redisOfARenamedFolderIsNotEnded() throws Exception {
    platform.apply(Action.START, ID, wish);
    Resident resident = world.resident();
    Files.move(world.folder(), world.folder().resolveSibling(ID + " (deleted)"));

    platform.apply(Action.ERASE, ID, wish);

    ProcessHandle redis = ProcessHandle.of(resident.pid()).orElseThrow();
    assertThat(redis.isAlive()).isTrue();
    redis.destroyForcibly();
  }
}
