package dev.slipway.platform.process;

import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// The ports of databases, as their clients meet them.
///
/// @param bind the address that databases listen on
record PublicEndpoint(InetAddress bind, PortHolder holders, Deadlines deadlines) {
  /// A Redis that just died frees its port a moment later.
  private static final Duration LONGEST_RELEASE = Duration.ofMillis(50);

  /// Whether a client with this login gets PONG there, and gets it from this very run of Redis: a
  /// stranger on the port may answer PONG too.
  ///
  /// @param tls how the client encrypts; null when it does not
  boolean serves(int port, @Nullable SSLContext tls, List<String> login, String runId) {
    InetSocketAddress address = new InetSocketAddress(address(), port);
    try (RedisConnection connection = RedisConnection.open(address, tls, deadlines)) {
      List<Reply> answers =
          connection.exchange(List.of(login, List.of("PING"), List.of("INFO", "server")));
      answers.getFirst().text();
      return answers.get(1).text().equals("PONG")
          && runId.equals(Report.info(answers.get(2).text()).get("run_id"));
    } catch (IOException _) {
      return false;
    }
  }

  /// Who has this port; null when nobody has.
  @Nullable String holder(int port) throws IOException, PlatformException {
    boolean free = Poll.find(LONGEST_RELEASE, () -> bindable(port)).isPresent();
    return free ? null : holders.name(port);
  }

  /// Whether nobody has this port now.
  boolean free(int port) {
    return bindable(port).isPresent();
  }

  private Optional<Boolean> bindable(int port) {
    try (ServerSocketChannel socket = ServerSocketChannel.open()) {
      socket.bind(new InetSocketAddress(bind, port));
      return Optional.of(true);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// What Redis is told to listen on. To it, `::` alone would leave out IPv4.
  String directive() {
    return bind.isAnyLocalAddress() && bind instanceof Inet6Address
        ? "* -::*"
        : bind.getHostAddress();
  }

  /// The address at which a program on this machine reaches databases.
  String reachable() {
    return address().getHostAddress();
  }

  private InetAddress address() {
    return bind.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bind;
  }
}
