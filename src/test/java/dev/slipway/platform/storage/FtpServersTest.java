package dev.slipway.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.model.Cidr;
import dev.slipway.model.Secret;
import dev.slipway.platform.Outbound;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// FTP servers that mean harm.
final class FtpServersTest {
  private static final int LONG = 4 << 20;

  @Test
  void serverThatNeverEndsItsGreetingIsLeft() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> greetAtLength(server));

      Throwable failure =
          catchThrowable(
              () ->
                  new Storages(
                          Optional.empty(), Optional.empty(), new Outbound(Cidr.list("127.0.0.1")))
                      .read(
                          new Secret("ftp://127.0.0.1:" + server.getLocalPort() + "/a.rdb"),
                          _ -> {}));

      assertThat(failure).isInstanceOf(IOException.class).hasMessageContaining("says more");
    }
  }

  private static void greetAtLength(ServerSocket server) {
    byte[] words = new byte[LONG];
    Arrays.fill(words, (byte) 'a');
    try (Socket client = server.accept();
        OutputStream out = client.getOutputStream()) {
      out.write(words);
      out.write(new byte[] {'\r', '\n'});
    } catch (IOException _) {
      return; // nobody listens any more
    }
  }
}
