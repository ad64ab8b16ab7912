package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Persistence;
import dev.slipway.platform.Action;
import dev.slipway.platform.PlatformException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningDatabasesTest {
  @TempDir private Path data;

  @Test
  void runningDatabasesAreListedWithoutAServer() throws Exception {
    try (World world = new World(data)) {
      SpecPlatform platform = world.platform();
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
      SpecPlatform platform = world.platform();
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
  void hungDatabaseIsNotWaitedForLongerThanItsGrace() throws Exception {
    try (World world = new World(data)) {
      world.platform().apply(Action.START, ID, world.wish());
      world.signal("STOP");

      var ended = new FutureTask<>(() -> new RunningDatabases(data).endAll(Duration.ZERO, _ -> {}));
      Thread.startVirtualThread(ended);

      assertThat(ended).succeedsWithin(Duration.ofSeconds(4));
    }
  }

  @Test
  void databaseThatSavesForLongerThanFiveSecondsEndsWithItsData() throws Exception {
    try (World world = new World(data)) {
      DatabaseSpec wish = Wishes.keeping(world.wish(), Persistence.SNAPSHOT_EVERY_12_HOURS);
      SpecPlatform platform = world.platform();
      platform.apply(Action.START, ID, wish);
      try (RedisConnection control = world.control()) {
        control.call("CONFIG", "SET", "rdbcompression", "no").text();
        control.call("CONFIG", "SET", "rdb-key-save-delay", "700000").text();
        for (int i = 0; i < 10; i++) {
          control.call("SET", "k" + i, "v".repeat(8192)).text();
        }
      }
      List<String> said = new ArrayList<>();

      new RunningDatabases(data).endAll(said::add);

      platform.apply(Action.START, ID, wish);
      try (RedisConnection client = world.client(Wishes.PASSWORD)) {
        assertThat(client.call("DBSIZE").text()).isEqualTo("10");
      }
      assertThat(said).singleElement().asString().contains("Database " + ID + " saves its data");
    }
  }

  @Test
  void databaseThatCannotSaveIsNotEnded() throws Exception {
    try (World world = new World(data)) {
      DatabaseSpec wish = Wishes.keeping(world.wish(), Persistence.SNAPSHOT_EVERY_12_HOURS);
      world.platform().apply(Action.START, ID, wish);
      try (RedisConnection client = world.client(Wishes.PASSWORD)) {
        client.call("SET", "k", "v").text();
      }
      Resident resident = world.resident();
      Path save = world.folder().resolve("temp-" + resident.pid() + ".rdb");
      Files.createSymbolicLink(save, Path.of("/dev/full"));

      PlatformException failure = PlatformTest.failure(() -> new RunningDatabases(data).endAll());

      assertThat(failure)
          .hasMessageContaining("process " + resident.pid())
          .hasMessageContaining("The disk that holds " + world.folder() + " is full.");
      assertThat(world.resident()).isEqualTo(resident);
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
