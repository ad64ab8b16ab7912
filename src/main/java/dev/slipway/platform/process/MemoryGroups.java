package dev.slipway.platform.process;

import dev.slipway.model.Sha256;
import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A control group for each Redis, in which the kernel bounds its memory: should it use far more
/// than its `maxmemory`, it is ended, and no other. Where none can be made databases run without.
///
/// @param prefix of the names of those of one data folder
record MemoryGroups(ControlGroups groups, String prefix) {
  private static final Logger LOG = System.getLogger(MemoryGroups.class.getName());

  /// A save shares memory with its Redis until that is written to. While every key was written anew
  /// during a save, 2.24 times `maxmemory` was resident, and 2.40 times during the rewrite of an
  /// append-only file.
  private static final double COPIES = 2.5;

  /// The buffers of a replica, up to 256 MB, and of clients do not count for `maxmemory`.
  private static final long BUFFERS = 320L << 20;

  private static final Duration LONGEST_LEAVING = Duration.ofSeconds(1);

  /// Those of the databases in this folder.
  static MemoryGroups of(DatabaseFolders folders) {
    String digest = Sha256.hex(folders.path().toString()).substring(0, 8);
    return new MemoryGroups(ControlGroups.here(), "slipway-" + digest + "-");
  }

  /// What a Redis of this `maxmemory` may use in all, in bytes.
  static long limit(long maxMemory) {
    return Math.round(maxMemory * COPIES) + BUFFERS;
  }

  /// Has a group with room for this `maxmemory` for a Redis that is to be started.
  ///
  /// @return the file that it joins by; empty where no group can be made
  Optional<Path> prepare(DatabaseFolder folder, long maxMemory) {
    attempt(
        folder,
        () -> {
          Path group = usual(folder).orElseThrow();
          make(group);
          write(group, groups.form().limit, limit(maxMemory));
        });
    return usual(folder).map(group -> group.resolve(groups.form().entrance)).filter(Files::exists);
  }

  /// Has a group with room for this `maxmemory` at least, and in it a Redis that runs already,
  /// without waiting for that: the kernel takes ten milliseconds to move a process.
  void enclose(DatabaseFolder folder, long pid, long maxMemory) {
    attempt(
        folder,
        () -> {
          Path group = of(folder, pid).orElseThrow();
          make(group);
          if (limitOf(group) < limit(maxMemory)) {
            write(group, groups.form().limit, limit(maxMemory));
          }
          if (present(folder, pid).isEmpty()) {
            moveSoon(folder, group, pid);
          }
        });
  }

  private void moveSoon(DatabaseFolder folder, Path group, long pid) {
    Runnable move =
        () ->
            attempt(
                folder,
                () -> {
                  if (ProcessHandle.of(pid).isPresent()) {
                    write(group, "cgroup.procs", pid);
                  }
                });
    var _ = Thread.ofPlatform().daemon().name("control-group-" + folder.id()).start(move);
  }

  /// Bounds its group to this `maxmemory`, unless it uses more at this moment.
  void fit(DatabaseFolder folder, long pid, long maxMemory) {
    attempt(
        folder,
        () -> {
          Path group = of(folder, pid).orElseThrow();
          if (limitOf(group) != limit(maxMemory) && residentIn(group) < limit(maxMemory)) {
            write(group, groups.form().limit, limit(maxMemory));
          }
        });
  }

  /// The group of a Redis: the one that it is in, be it that of an earlier server in another place,
  /// else the one that it is to have; empty where none can be made.
  Optional<Path> of(DatabaseFolder folder, long pid) {
    return present(folder, pid).or(() -> usual(folder));
  }

  /// The group that a Redis is in; empty when it is in none of ours.
  Optional<Path> present(DatabaseFolder folder, long pid) {
    String list = ControlGroups.group(Path.of("/proc", Long.toString(pid), "cgroup"));
    return ControlGroups.pathIn(list, groups.form())
        .filter(path -> path.endsWith("/" + name(folder)))
        .map(path -> groups.root().resolve(path.substring(1)));
  }

  /// Whether the kernel has ended a Redis in the group of this folder because of its memory.
  boolean exceeded(DatabaseFolder folder) throws IOException {
    Optional<Path> kills = usual(folder).map(group -> group.resolve(groups.form().kills));
    return kills.isPresent() && Files.exists(kills.get()) && number(kills.get(), "oom_kill") > 0;
  }

  /// Removes the group of a database that has ended, if it has one.
  void remove(DatabaseFolder folder) throws IOException, PlatformException {
    Optional<Path> group = usual(folder);
    if (group.isPresent()) {
      remove(group.get());
    }
  }

  /// Removes this group, in which nobody is any more. One that just ended may still be leaving.
  static void remove(Path group) throws IOException, PlatformException {
    if (Poll.find(LONGEST_LEAVING, () -> removed(group)).isEmpty()) {
      LOG.log(Level.WARNING, "the control group {0} cannot be removed; rmdir does it later", group);
    }
  }

  private static Optional<Path> removed(Path group) {
    try {
      Files.deleteIfExists(group);
      return Optional.of(group);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Optional<Path> usual(DatabaseFolder folder) {
    return groups.folder().map(above -> above.resolve(name(folder)));
  }

  private String name(DatabaseFolder folder) {
    return prefix + folder.above().relativize(folder.path()).toString().replace('/', '-');
  }

  private static void make(Path group) throws IOException {
    try {
      Files.createDirectory(group);
    } catch (FileAlreadyExistsException _) {
      return; // of an earlier run
    }
  }

  private long limitOf(Path group) throws IOException {
    String limit = Files.readString(group.resolve(groups.form().limit)).strip();
    return limit.equals("max") ? Long.MAX_VALUE : Long.parseLong(limit);
  }

  private long residentIn(Path group) throws IOException {
    return number(group.resolve("memory.stat"), groups.form().resident);
  }

  /// The number behind a name in a file of such lines; 0 when there is none.
  private static long number(Path file, String name) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  private static void write(Path group, String file, long value) throws IOException {
    Files.writeString(group.resolve(file), Long.toString(value));
  }

  private void attempt(DatabaseFolder folder, Change change) {
    if (groups.folder().isEmpty()) {
      return;
    }
    try {
      change.make();
    } catch (NoSuchFileException _) {
      LOG.log(Level.DEBUG, "the Redis of database {0} has no control group", folder.id());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the memory of database " + folder.id() + " is not bounded", e);
    }
  }

  /// Something about a group.
  private interface Change {
    void make() throws IOException;
  }
}
