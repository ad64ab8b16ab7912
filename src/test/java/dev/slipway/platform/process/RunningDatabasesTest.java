package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Action;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningDatabasesTest {
  @TempDir private Path data;

  @Test
  void runningDatabasesAreListedWithoutAServer() throws Exception {
    try (World world = new World(data)) {
      ProcessPlatform platform = world.platform();
      platform.apply(Action.START, ID, world.wish());
      platform.apply(Action.START, ID + 1, Wishes.onPort(World.freePort()));
      platform.apply(Action.STOP, ID + 1, world.wish());
      platform.close();

      assertThat(new RunningDatabases(data).list()).containsExactly(ID);
    }
  }

  @Test
  void allDatabasesEndWithTheirDataKept() throws Exception {
    try (World world = new World(data)) {
      ProcessPlatform platform = world.platform();
      platform.apply(Action.START, ID, world.wish());
      platform.apply(Action.START, ID + 1, Wishes.onPort(World.freePort()));
      platform.close();
      RunningDatabases running = new RunningDatabases(data);

      int ended = running.endAll();

      assertThat(ended).isEqualTo(2);
      assertThat(running.list()).isEmpty();
      assertThat(world.folder().resolve("appendonlydir")).isNotEmptyDirectory();
    }
  }

  @Test
  void hungDatabaseEndsToo() throws Exception {
    try (World world = new World(data)) {
      world.platform().apply(Action.START, ID, world.wish());
      Resident resident = world.resident();
      world.signal("STOP");

      new RunningDatabases(data).endAll();

      assertThat(new ProcessTable().entry(resident.pid())).isEmpty();
    }
  }

  @Test
  void emptyDataFolderRunsNothing() throws Exception {
    RunningDatabases running = new RunningDatabases(data.resolve("nothing"));

    assertThat(running.list()).isEmpty();
    assertThat(running.endAll()).isZero();
    assertThat(data.resolve("nothing")).doesNotExist();
  }

  @Test
  void processWhoseFolderIsGoneIsNamedAndLivesOn() throws Exception {
    try (World world = new World(data)) {
      world.platform().apply(Action.START, ID, world.wish());
      ProcessHandle redis = ProcessHandle.of(world.resident().pid()).orElseThrow();
      world.removeFolder();

      List<Long> orphans = new RunningDatabases(data).orphans();

      assertThat(orphans).containsExactly(redis.pid());
      assertThat(redis.isAlive()).isTrue();
      redis.destroyForcibly();
    }
  }

  @Test
  void databaseOfARemovedFolderIsListedAndEnds() throws Exception {
    try (World world = new World(data)) {
      world.platform().apply(Action.START, ID, world.wish());
      Resident resident = world.resident();
      world.removeFolder();
      RunningDatabases running = new RunningDatabases(data);
      List<Integer> listed = running.list();

      int ended = running.endAll();

      assertThat(listed).containsExactly(ID);
      assertThat(ended).isEqualTo(1);
      assertThat(new ProcessTable().entry(resident.pid())).isEmpty();
    }
  }

  @Test
  void databaseEndsThoughTheWholeDataFolderWasRemoved() throws Exception {
    Path removed = Files.createDirectory(data.resolve("removed"));
    try (World world = new World(removed)) {
      world.platform().apply(Action.START, ID, world.wish());
      world.removeFolder();
      Files.delete(removed.resolve("databases"));
      Files.delete(removed);

      int ended = new RunningDatabases(removed).endAll();

      assertThat(ended).isEqualTo(1);
      assertThat(removed).doesNotExist();
    }
  }
}
