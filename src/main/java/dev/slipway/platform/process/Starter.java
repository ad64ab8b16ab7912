package dev.slipway.platform.process;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Failpoint;
import dev.slipway.model.Failpoints;
import dev.slipway.model.Persistence;
import dev.slipway.model.Settings;
import dev.slipway.platform.PlatformException;
import dev.slipway.platform.process.Configurer.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Brings a database's Redis up: takes the one that lives in its folder, else starts one there.
final class Starter {
  private static final Duration LONGEST_START = Duration.ofSeconds(10);

  private final Residents residents;
  private final MemoryGroups groups;
  private final Control control;
  private final PublicEndpoint endpoint;
  private final Engines engines;
  private final Launcher launcher;
  private final Failpoints failpoints;

  Starter(
      Residents residents,
      MemoryGroups groups,
      Control control,
      PublicEndpoint endpoint,
      Engines engines,
      Launcher launcher,
      Failpoints failpoints) {
    this.residents = residents;
    this.groups = groups;
    this.control = control;
    this.endpoint = endpoint;
    this.engines = engines;
    this.launcher = launcher;
    this.failpoints = failpoints;
  }

  /// Waits until the Redis that was found answers, as it may just be starting.
  void adopt(DatabaseFolder folder, Resident resident) throws IOException, PlatformException {
    Control.Identity who =
        answer(
            folder,
            () -> residents.lives(resident, folder),
            () -> Failures.passing("Redis ended at its start."));
    residents.record(folder, resident.answering(who.runId()));
  }

  /// Starts one in a folder where nobody lives, whose files are written.
  void launch(DatabaseFolder folder, DatabaseSpec wanted, Part part)
      throws IOException, PlatformException {
    int port = wanted.port();
    String holder = part == Part.PRIMARY ? endpoint.holder(port) : null;
    if (holder != null) {
      throw residents
          .outliving(folder)
          .map(old -> Failures.folderGone(old.pid(), folder.path()))
          .orElseGet(() -> Failures.portTaken(port, holder));
    }
    Engine engine = engines.engine();
    Files.deleteIfExists(folder.file(RedisConf.SOCKET));
    EngineLog log = new EngineLog(folder);
    Path file = log.open();
    long before = log.size();
    failpoints.hit(Failpoint.BEFORE_EXEC);
    Process process =
        launcher.launch(folder, engine, file, groups.prepare(folder, Settings.maxMemory(wanted)));
    failpoints.hit(Failpoint.AFTER_EXEC);
    Control.Identity who =
        answer(
            folder,
            () -> running(process),
            () -> Failures.ended(log.lastWords(before), folder.path(), port));
    if (wanted.persistence() != Persistence.NONE) {
      // Before our own next file, when Redis's syncs have left little to do.
      folder.sync();
    }
    Optional<Resident> resident = residents.named(who);
    if (resident.isPresent()) {
      residents.record(folder, resident.get());
    }
    failpoints.hit(Failpoint.AFTER_PONG);
  }

  /// Starts one in a folder where nobody lives, and does not wait for it.
  ///
  /// @param maxMemory bytes that its data may use
  /// @return whether it still runs, asked again and again
  BooleanSupplier begin(DatabaseFolder folder, EngineLog log, long maxMemory)
      throws IOException, PlatformException {
    Optional<Path> group = groups.prepare(folder, maxMemory);
    Process process = launcher.launch(folder, engines.engine(), log.open(), group);
    return () -> running(process);
  }

  /// A Redis that leaves our session by itself ends its first process with 0.
  private boolean running(Process process) {
    return process.isAlive() || (!launcher.isolation().ownSession() && process.exitValue() == 0);
  }

  private Control.Identity answer(DatabaseFolder folder, BooleanSupplier running, Reason reason)
      throws IOException, PlatformException {
    return Poll.find(LONGEST_START, () -> look(folder, running, reason))
        .orElseThrow(
            () ->
                Failures.passing(
                    "Redis was started and did not answer within %d seconds."
                        .formatted(LONGEST_START.toSeconds())));
  }

  private Optional<Control.Identity> look(
      DatabaseFolder folder, BooleanSupplier running, Reason reason)
      throws IOException, PlatformException {
    // Asked before the look: one that answered and then ended is another look's matter.
    boolean runs = running.getAsBoolean();
    if (runs && !Files.exists(folder.file(RedisConf.SOCKET))) {
      return Optional.empty();
    }
    try {
      return Optional.of(control.identify(folder));
    } catch (Control.UnknownKey e) {
      throw e;
    } catch (IOException _) {
      if (!runs) {
        throw reason.find();
      }
      return Optional.empty();
    }
  }

  /// Why a Redis ended before it answered.
  private interface Reason {
    PlatformException find() throws IOException;
  }
}
