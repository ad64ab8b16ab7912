package dev.slipway.proof.crashloop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Somebody who listens where databases should, and never answers, until he is closed.
record PortThief(List<ServerSocket> stolen) implements AutoCloseable {
  /// Whose port it was may still be dying, and may be there again soon after.
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private static final Duration PAUSE = Duration.ofMillis(1);

  /// Takes those of these ports that he can get.
  static PortThief of(Collection<Integer> ports) throws IOException {
    List<ServerSocket> stolen = new ArrayList<>();
    for (int port : ports) {
      steal(port).ifPresent(stolen::add);
    }
    return new PortThief(stolen);
  }

  private static Optional<ServerSocket> steal(int port) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    do {
      ServerSocket socket = new ServerSocket();
      try {
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return Optional.of(socket);
      } catch (IOException _) {
        // Somebody has it, perhaps not for long.
        socket.close();
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    } while (System.nanoTime() < end);
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    for (ServerSocket socket : stolen) {
      socket.close();
    }
  }
}
