package dev.slipway.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says who listens on a port, as well as this program may know: another user's sockets are hidden
/// from all but root.
record PortHolder(ProcessTable processes) {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final String LISTENING = "0A";

  /// Such as `nginx (process 812)`.
  String name(int port) {
    Set<String> sockets =
        TABLES.stream()
            .flatMap(table -> listening(table, port))
            .map(inode -> "socket:[" + inode + "]")
            .collect(Collectors.toUnmodifiableSet());
    return process(sockets)
        .map(entry -> "%s (process %d)".formatted(entry.command(), entry.pid()))
        .orElse("another process");
  }

  private Optional<ProcessTable.Entry> process(Set<String> sockets) {
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    try {
      return processes.pids().stream()
          .filter(pid -> processes.openFiles(pid).stream().anyMatch(sockets::contains))
          .findFirst()
          .flatMap(processes::entry);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// The inodes of the sockets that listen there. A line is: number, local address and port in hex,
  /// remote ones, state, queues, timer, retransmits, uid, timeout, inode.
  private static Stream<String> listening(Path table, int port) {
    try {
      String suffix = ":%04X".formatted(port);
      return Files.readAllLines(table).stream()
          .map(line -> line.strip().split("\\s+"))
          .filter(fields -> fields.length > 9)
          .filter(fields -> fields[1].endsWith(suffix) && fields[3].equals(LISTENING))
          .map(fields -> fields[9]);
    } catch (IOException _) {
      return Stream.empty();
    }
  }
}
