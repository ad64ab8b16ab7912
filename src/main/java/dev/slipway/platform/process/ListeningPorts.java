package dev.slipway.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The TCP sockets of this machine that listen, as `/proc` lists them, to whomever they belong.
final class ListeningPorts {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final String LISTENING = "0A";

  private ListeningPorts() {}

  /// One of them.
  ///
  /// @param inode names the socket
  record Listening(int port, String inode) {}

  /// All of them; none where there is no `/proc`.
  static Stream<Listening> all() {
    return TABLES.stream().flatMap(ListeningPorts::in);
  }

  /// A line is: number, local address and port in hex, remote ones, state, queues, timer,
  /// retransmits, uid, timeout, inode.
  private static Stream<Listening> in(Path table) {
    try {
      return Files.readAllLines(table).stream()
          .map(line -> line.strip().split("\\s+"))
          .filter(fields -> fields.length > 9 && fields[3].equals(LISTENING))
          .map(fields -> new Listening(port(fields[1]), fields[9]));
    } catch (IOException _) {
      return Stream.empty();
    }
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
  }
}
