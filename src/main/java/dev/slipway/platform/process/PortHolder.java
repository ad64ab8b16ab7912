package dev.slipway.platform.process;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Says who listens on a port, as well as this program may know: another user's sockets are hidden
/// from all but root.
record PortHolder(ProcessTable processes) {
  /// Such as `nginx (process 812)`.
  String name(int port) {
    Set<String> sockets =
        ListeningPorts.all()
            .filter(socket -> socket.port() == port)
            .map(socket -> "socket:[" + socket.inode() + "]")
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
}
