package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the world throws, however it is wrapped.
final class AttemptTest extends PlatformTest {
  static Stream<Exception> troubles() {
    IOException reason = new IOException("Input/output error");
    return Stream.of(
        reason, new UncheckedIOException(reason), new DirectoryIteratorException(reason));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void failureOfTheDiskIsAPassingTroubleWithItsReason(Exception thrown) {
    PlatformException failure =
        failure(() -> Attempt.to("erase the database", Path.of("/data/1"), () -> raise(thrown)));

    assertThat(failure).hasMessage("Could not erase the database: Input/output error");
    assertThat(failure.trouble().lasting()).isFalse();
  }

  @Test
  void lookAtOneThatAnswersNonsenseIsAPassingTrouble() throws Exception {
    Files.createDirectories(world.folder());
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(world.folder().resolve(RedisConf.SOCKET)));
      Thread answering = Thread.startVirtualThread(() -> answer(socket));

      PlatformException failure = failure(() -> platform.observe(ID, wish));

      assertThat(failure).hasMessageContaining("nobody");
      assertThat(failure.trouble().lasting()).isFalse();
      answering.join();
    }
  }

  private static String raise(Exception thrown) throws IOException {
    if (thrown instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    throw (IOException) thrown;
  }

  /// To a login and the questions of a report.
  private static void answer(ServerSocketChannel socket) {
    String answers = "+OK\r\n$17\r\nprocess_id:nobody\r\n*0\r\n*0\r\n+PONG\r\n*0\r\n";
    try (SocketChannel client = socket.accept()) {
      client.write(StandardCharsets.UTF_8.encode(answers));
      // Until the other side has closed: an early end would lose what it has not read.
      while (client.read(ByteBuffer.allocate(1024)) >= 0) {}
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
