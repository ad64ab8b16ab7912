package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.Failpoint;
import dev.slipway.model.Failpoints;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed.Life;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A server that dies in the middle of a start, and the next one on the same folder.
class CrashTest {
  @TempDir private Path data;

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_EXEC", "AFTER_EXEC", "AFTER_PONG"})
  void startAfterACrashEndsWithOneProcess(Failpoint point) throws Exception {
    try (World world = new World(data)) {
      SpecPlatform dying = world.platform(crashingAt(point));
      assertThatThrownBy(() -> dying.apply(Action.START, ID, world.wish()))
          .isInstanceOf(Crash.class);
      dying.close();
      SpecPlatform next = world.platform();

      next.apply(Action.START, ID, world.wish());

      assertThat(next.observe(ID, world.wish()).process()).isEqualTo(Life.SERVING);
      assertThat(world.processes()).isEqualTo(1);
    }
  }

  @Test
  void crashBeforeTheExecLeavesNoProcess() throws Exception {
    try (World world = new World(data)) {
      SpecPlatform dying = world.platform(crashingAt(Failpoint.BEFORE_EXEC));

      assertThatThrownBy(() -> dying.apply(Action.START, ID, world.wish()))
          .isInstanceOf(Crash.class);

      assertThat(world.processes()).isZero();
    }
  }

  @Test
  void eraseAfterACrashFindsTheProcessWithoutAStateFile() throws Exception {
    try (World world = new World(data)) {
      SpecPlatform dying = world.platform(crashingAt(Failpoint.AFTER_EXEC));
      assertThatThrownBy(() -> dying.apply(Action.START, ID, world.wish()))
          .isInstanceOf(Crash.class);
      Resident resident = awaitResident(world);
      dying.close();

      world.platform().apply(Action.ERASE, ID, world.wish());

      assertThat(new ProcessTable().entry(resident.pid())).isEmpty();
      assertThat(world.folder()).doesNotExist();
    }
  }

  @Test
  void childThatStillSavesIsNotTakenForTheDatabase() throws Exception {
    try (World world = new World(data)) {
      SpecPlatform platform = world.platform();
      platform.apply(Action.START, ID, world.wish());
      try (RedisConnection control = world.control()) {
        control.call("SET", "k", "v").text();
        control.call("CONFIG", "SET", "rdb-key-save-delay", "20000000").text();
        control.call("BGSAVE").text();
      }
      awaitSaver(world.resident().pid());
      world.kill();
      assertThat(world.processes()).isEqualTo(1);

      platform.apply(Action.START, ID, world.wish());

      assertThat(platform.observe(ID, world.wish()).process()).isIn(Life.LOADING, Life.SERVING);
      assertThat(world.processes()).isEqualTo(1);
    }
  }

  @Test
  void startRemovesWhatKilledSavesLeftAndKeepsTheData() throws Exception {
    try (World world = new World(data)) {
      SpecPlatform platform = world.platform();
      platform.apply(Action.START, ID, world.wish());
      try (RedisConnection control = world.control()) {
        control.call("SET", "k", "v").text();
        control.call("SAVE").text();
      }
      world.kill();
      Path save = Files.createFile(world.folder().resolve("temp-812.rdb"));
      Path rewrite = Files.createFile(world.folder().resolve("temp-rewriteaof-bg-813.aof"));

      platform.apply(Action.START, ID, world.wish());

      assertThat(save).doesNotExist();
      assertThat(rewrite).doesNotExist();
      assertThat(world.folder().resolve("dump.rdb")).exists();
    }
  }

  @Test
  void saveOfALivingRedisStays() throws Exception {
    try (World world = new World(data)) {
      SpecPlatform platform = world.platform();
      platform.apply(Action.START, ID, world.wish());
      Path save = Files.createFile(world.folder().resolve("temp-812.rdb"));

      platform.apply(Action.START, ID, world.wish());

      assertThat(save).exists();
    }
  }

  @Test
  void stateFileOfAnotherProcessNamesNobody() throws Exception {
    try (World world = new World(data)) {
      SpecPlatform platform = world.platform();
      platform.apply(Action.START, ID, world.wish());
      world.kill();
      // The pid came back as ours, with everything right but the folder it works in.
      long pid = ProcessHandle.current().pid();
      Resident self = new Residents(new ProcessTable()).named(pid, "").orElseThrow();
      Files.writeString(world.folder().resolve("process"), self.text());

      platform.apply(Action.STOP, ID, world.wish());

      assertThat(platform.observe(ID, world.wish()).process()).isEqualTo(Life.DEAD);
    }
  }

  /// Its threads end one by one, and the sockets with the last.
  @RepeatedTest(10)
  void killedRedisThatIsGoneLetsNobodyIn() throws Exception {
    try (World world = new World(data)) {
      world.platform().apply(Action.START, ID, world.wish());

      world.kill();

      assertThatThrownBy(world::inside).isInstanceOf(ConnectException.class);
    }
  }

  private static Resident awaitResident(World world) throws Exception {
    DatabaseFolder folder = DatabaseFolders.in(world.data(), false).of(ID);
    Residents residents = new Residents(new ProcessTable());
    return Poll.find(Duration.ofSeconds(10), () -> residents.of(folder)).orElseThrow();
  }

  /// Waits until a child of this Redis calls itself one that saves: it does so after its fork.
  private static void awaitSaver(long redis) throws Exception {
    ProcessTable processes = new ProcessTable();
    Optional<ProcessHandle> saver =
        Poll.find(
            Duration.ofSeconds(10),
            () ->
                ProcessHandle.of(redis).stream()
                    .flatMap(ProcessHandle::children)
                    .filter(child -> processes.title(child.pid()).startsWith("redis-rdb"))
                    .findAny());
    assertThat(saver).isPresent();
  }

  private static Failpoints crashingAt(Failpoint point) {
    return hit -> {
      if (hit == point) {
        throw new Crash();
      }
    };
  }

  private static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }
}
