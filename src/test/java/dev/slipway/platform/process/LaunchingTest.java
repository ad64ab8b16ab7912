package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Action;
import dev.slipway.platform.Observed.Life;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that died while a Redis was still one of the programs that launch it, here a shell
/// which waits at a pipe.
final class LaunchingTest extends PlatformTest {
  @TempDir private Path aside;
  private Path gate;
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void leaveTheFolderOfADeadDatabase() throws Exception {
    gate = aside.resolve("gate");
    new ProcessBuilder("mkfifo", gate.toString()).start().waitFor();
    platform.apply(Action.START, ID, wish);
    world.kill();
  }

  @AfterEach
  void endWhatWasStarted() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void shellThatBecomesTheRedisIsFound() throws Exception {
    Process process = launch();

    Optional<Resident> found = new Residents(new ProcessTable()).of(folder());

    assertThat(found).map(Resident::pid).contains(process.pid());
  }

  @Test
  void nextStartTakesWhatTheShellHasBecome() throws Exception {
    Process process = launch();
    Files.newOutputStream(gate).close();

    platform.apply(Action.START, ID, wish);

    assertThat(platform.observe(ID, wish).process()).isEqualTo(Life.SERVING);
    assertThat(world.resident().pid()).isEqualTo(process.pid());
    assertThat(world.processes()).isEqualTo(1);
  }

  @Test
  void erasureEndsTheShell() throws Exception {
    Process process = launch();

    platform.apply(Action.ERASE, ID, wish);

    assertThat(process.waitFor()).isNotZero();
    assertThat(world.folder()).doesNotExist();
  }

  @Test
  void shellWhoseFolderWasRemovedIsEnded() throws Exception {
    Process process = launch();
    world.removeFolder();

    new RunningDatabases(world.data()).endAll();

    assertThat(process.waitFor()).isNotZero();
  }

  @Test
  void strangersShellIsLeftAlone() throws Exception {
    Process process =
        new ProcessBuilder("/bin/sh", "-c", ": <'%s'".formatted(gate))
            .directory(world.folder().toFile())
            .redirectInput(world.folder().resolve(Launcher.CONFIGURATION).toFile())
            .redirectOutput(Redirect.DISCARD)
            .start();
    started.add(process);

    platform.apply(Action.START, ID, wish);
    platform.apply(Action.STOP, ID, wish);

    assertThat(process.isAlive()).isTrue();
  }

  /// Starts as a server does, with a program in the place of `setsid` that first waits.
  private Process launch() throws Exception {
    Path waiting = aside.resolve("waiting");
    Files.writeString(waiting, "#!/bin/sh\n: <'%s'\nexec setsid \"$@\"\n".formatted(gate));
    Files.setPosixFilePermissions(waiting, PosixFilePermissions.fromString("rwxr-xr-x"));
    Isolation here = Isolation.detect("/usr/bin:/bin");
    Isolation held = new Isolation(Optional.of(waiting), here.setpriv(), here.privileges());
    Engine engine = new Engines("", Path.of("target").toAbsolutePath()).engine();
    Path log = world.folder().resolve(RedisConf.LOG);
    Process process = new Launcher(held).launch(folder(), engine, log, Optional.empty());
    started.add(process);
    return process;
  }

  private DatabaseFolder folder() throws IOException {
    boolean ownUsers = Isolation.detect("/usr/bin:/bin").ownUsers();
    return DatabaseFolders.in(world.data(), ownUsers).of(ID);
  }
}
