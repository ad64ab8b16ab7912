package dev.slipway.platform.process;

import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Knows which process lives in a database's folder. Two never may: the second would take the first
/// one's socket and append to the same files.
final class Residents {
  /// The title of a child that saves.
  private static final Pattern SAVER = Pattern.compile("(redis|valkey)-(rdb|aof)-");

  private static final String STATE_FILE = "process";
  private final ProcessTable processes;
  private final Whereabouts whereabouts;
  private final String bootId;

  Residents(ProcessTable processes) {
    this.processes = processes;
    this.whereabouts = new Whereabouts(processes);
    this.bootId = processes.bootId();
  }

  /// The process in this folder: the one of the state file when it lives, else whichever Redis
  /// works there, since a crash can come before the state file and a file can be lost.
  Optional<Resident> of(DatabaseFolder folder) throws IOException {
    Optional<Resident> recorded =
        Resident.parse(folder.read(STATE_FILE, 0))
            .filter(resident -> lives(resident, folder))
            .filter(resident -> worksIn(resident.pid(), folder));
    return recorded.isPresent() ? recorded : server(folder);
  }

  /// Whether the process of the state file is gone.
  boolean ended(DatabaseFolder folder) throws IOException {
    return Resident.parse(folder.read(STATE_FILE, 0)).filter(known -> !exists(known)).isPresent();
  }

  /// Keeps it for the next look, also for that of another server.
  void record(DatabaseFolder folder, Resident resident) throws IOException {
    folder.write(STATE_FILE, resident.text());
  }

  /// Whether this very process, not another with its pid, still works in the folder, be it removed.
  boolean lives(Resident resident, DatabaseFolder folder) {
    return exists(resident)
        && (worksIn(resident.pid(), folder) || leftFrom(resident.pid(), folder));
  }

  /// Waits for the end of this process, which lived in its folder: one that is just ending has no
  /// working directory any more and is there nevertheless.
  ///
  /// @return whether it is gone
  boolean goneWithin(Duration atMost, Resident resident) throws IOException, PlatformException {
    return Poll.find(atMost, () -> exists(resident) ? Optional.empty() : Optional.of(resident))
        .isPresent();
  }

  /// Whether a signal has stopped it, so that it can do nothing until another lets it go on.
  boolean stopped(Resident resident) {
    return processes.entry(resident.pid()).filter(entry -> entry.state() == 'T').isPresent();
  }

  private boolean exists(Resident resident) {
    return resident.bootId().equals(bootId)
        && processes
            .entry(resident.pid())
            .filter(entry -> entry.startTicks() == resident.startTicks())
            .isPresent();
  }

  /// The process with this pid, as it is now.
  Optional<Resident> named(long pid, String runId) {
    return processes.entry(pid).map(entry -> new Resident(pid, entry.startTicks(), bootId, runId));
  }

  /// The process that answers like this.
  Optional<Resident> named(Control.Identity identity) {
    return named(identity.pid(), identity.runId());
  }

  /// Every Redis that works in this folder or did when it was removed, as far as processes can be
  /// searched, with those that only save: a Redis has a child for that, which may outlive it for a
  /// moment.
  List<Resident> all(DatabaseFolder folder) throws IOException {
    return search(folder, pid -> worksIn(pid, folder) || leftFrom(pid, folder))
        .flatMap(pid -> named(pid, "").stream())
        .toList();
  }

  /// Every Redis that works in this folder, with those that only save.
  List<Resident> working(DatabaseFolder folder) throws IOException {
    return search(folder, pid -> worksIn(pid, folder))
        .flatMap(pid -> named(pid, "").stream())
        .toList();
  }

  /// A Redis that goes on in this folder although it was removed. Nobody but the database's own old
  /// Redis can be there.
  Optional<Resident> outliving(DatabaseFolder folder) throws IOException {
    return search(folder, pid -> leftFrom(pid, folder)).findAny().flatMap(pid -> named(pid, ""));
  }

  /// The removed folders in which a Redis goes on.
  Stream<Path> outlivedFolders() throws IOException {
    return whereabouts.now().values().stream()
        .flatMap(List::stream)
        .filter(this::isRedis)
        .flatMap(pid -> processes.removedDirectory(pid).stream())
        .distinct();
  }

  private Stream<Long> search(DatabaseFolder folder, LongPredicate there) throws IOException {
    return whereabouts.now().getOrDefault(folder.path(), List.of()).stream()
        .filter(there::test)
        .filter(this::isRedis);
  }

  private Optional<Resident> server(DatabaseFolder folder) throws IOException {
    return search(folder, pid -> worksIn(pid, folder))
        .filter(pid -> !SAVER.matcher(processes.title(pid)).lookingAt())
        .findFirst()
        .flatMap(pid -> named(pid, ""));
  }

  private boolean isRedis(long pid) {
    return processes.entry(pid).filter(this::isRedis).isPresent();
  }

  private boolean isRedis(ProcessTable.Entry entry) {
    return entry.command().startsWith("redis-server")
        || entry.command().startsWith("valkey-server")
        || becomesRedis(entry.pid());
  }

  /// Whether it is one of the programs that replace each other until the last is a Redis, as {@link
  /// Launcher} starts them. Their names are anybody's, such as `sh`, and out of date in the middle
  /// of an exec; what they read and where they write is theirs alone.
  private boolean becomesRedis(long pid) {
    return processes
        .directory(pid)
        .filter(folder -> opened(pid, 0, folder.resolve(Launcher.CONFIGURATION)))
        .filter(folder -> opened(pid, 1, folder.resolve(RedisConf.LOG)))
        .isPresent();
  }

  private boolean opened(long pid, int number, Path file) {
    return processes.file(pid, number).filter(file::equals).isPresent();
  }

  private boolean leftFrom(long pid, DatabaseFolder folder) {
    return processes.removedDirectory(pid).filter(folder.path()::equals).isPresent();
  }

  private boolean worksIn(long pid, DatabaseFolder folder) {
    return !processes.complete()
        || processes.workingDirectory(pid).filter(folder.path()::equals).isPresent();
  }
}
