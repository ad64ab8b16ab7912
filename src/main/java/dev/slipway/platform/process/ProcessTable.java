package dev.slipway.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The machine's processes, as `/proc` shows them. Where there is no `/proc`, what the JDK knows
/// stands in for it, and working directories are unknown.
final class ProcessTable {
  private static final Path PROC = Path.of("/proc");

  /// What Linux adds to the name of a folder or file that was removed.
  private static final String REMOVED = " (deleted)";

  private static final String REMOVED_IN_URI = "%20(deleted)";

  /// One process.
  ///
  /// @param command the name of its program, at most 15 characters
  /// @param startTicks when it began, in ticks since the machine started: with the pid and the boot
  ///   id this names one process for ever, while pids come back
  /// @param threads that have not ended
  record Entry(long pid, String command, char state, int threads, long startTicks) {
    /// Whether it is over and only waits to be collected. After a kill the first thread may end
    /// before the others, which still hold the sockets: until they are gone, clients get in.
    boolean ended() {
      return threads <= 1 && (state == 'Z' || state == 'X');
    }
  }

  /// Whether working directories can be known.
  boolean complete() {
    return Files.exists(PROC.resolve("self/stat"));
  }

  /// This start of the machine.
  String bootId() {
    try {
      return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
    } catch (IOException _) {
      return "unknown";
    }
  }

  /// The process with this pid, unless it has ended.
  Optional<Entry> entry(long pid) {
    if (!complete()) {
      return ProcessHandle.of(pid)
          .flatMap(handle -> handle.info().startInstant())
          .map(start -> new Entry(pid, "", '?', 1, start.toEpochMilli()));
    }
    try {
      byte[] stat = Files.readAllBytes(PROC.resolve(pid + "/stat"));
      return Optional.of(parse(new String(stat, StandardCharsets.ISO_8859_1)))
          .filter(e -> !e.ended());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Where the process works; empty when it has ended or nobody may know.
  Optional<Path> workingDirectory(long pid) {
    return target(PROC.resolve(pid + "/cwd"));
  }

  /// Where the process works although that folder was removed; empty when it is there. A folder may
  /// also bear a name that only looks so.
  Optional<Path> removedDirectory(long pid) {
    return workingDirectory(pid).filter(ProcessTable::removed).map(ProcessTable::name);
  }

  /// Where the process works, be it removed.
  Optional<Path> directory(long pid) {
    return workingDirectory(pid).map(ProcessTable::name);
  }

  /// What the process has open under this number, be it removed.
  Optional<Path> file(long pid, int number) {
    return target(PROC.resolve(pid + "/fd/" + number)).map(ProcessTable::name);
  }

  private static boolean removed(Path path) {
    return path.toString().endsWith(REMOVED) && Files.notExists(path);
  }

  /// Goes by the URI, which keeps every byte of a name: its text may have characters that the
  /// locale cannot write, and that stand for others.
  private static Path name(Path path) {
    if (!removed(path)) {
      return path;
    }
    String uri = path.toUri().toString();
    return Path.of(URI.create(uri.substring(0, uri.lastIndexOf(REMOVED_IN_URI))));
  }

  private static Optional<Path> target(Path link) {
    try {
      return Optional.of(Files.readSymbolicLink(link));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// What the process calls itself; empty when it has ended.
  String title(long pid) {
    try {
      return Files.readString(PROC.resolve(pid + "/cmdline"), StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      return "";
    }
  }

  /// What the process has open, as the kernel names it, such as `socket:[4711]`; nothing when
  /// nobody may know.
  List<String> openFiles(long pid) {
    try (Stream<Path> files = Files.list(PROC.resolve(pid + "/fd"))) {
      return files.flatMap(file -> target(file).stream()).map(Path::toString).toList();
    } catch (IOException | UncheckedIOException _) {
      return List.of();
    }
  }

  /// All pids.
  List<Long> pids() throws IOException {
    if (!complete()) {
      return ProcessHandle.allProcesses().map(ProcessHandle::pid).toList();
    }
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .map(Long::valueOf)
          .toList();
    }
  }

  /// Reads a line of `/proc/PID/stat`. The program's name is in brackets and may itself hold
  /// brackets and spaces.
  static Entry parse(String stat) {
    int open = stat.indexOf('(');
    int close = stat.lastIndexOf(')');
    String[] fields = stat.substring(close + 2).split(" ");
    return new Entry(
        Long.parseLong(stat.substring(0, open - 1)),
        stat.substring(open + 1, close),
        fields[0].charAt(0),
        Integer.parseInt(fields[17]),
        Long.parseLong(fields[19]));
  }
}
