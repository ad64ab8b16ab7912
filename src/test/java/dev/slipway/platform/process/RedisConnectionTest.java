package dev.slipway.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a server that says what the test wants.
class RedisConnectionTest {
  private final Deadlines deadlines = new Deadlines(Duration.ofMillis(300));
  private ServerSocketChannel server;
  private RedisConnection connection;
  private SocketChannel peer;

  @BeforeEach
  void connect(@TempDir Path folder) throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("s"));
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address);
    connection = RedisConnection.open(address, deadlines);
    peer = server.accept();
  }

  @AfterEach
  void close() throws IOException {
    connection.close();
    peer.close();
    server.close();
    deadlines.close();
  }

  @Test
  void everyKindOfAnswerIsRead() throws IOException {
    answer("+OK\r\n:-7\r\n$5\r\nh\u00e9j!\r\n$-1\r\n*2\r\n$1\r\na\r\n*0\r\n-ERR no\r\n");
    List<List<String>> commands = Collections.nCopies(6, List.of("PING"));

    List<Reply> replies = connection.exchange(commands);

    assertThat(replies)
        .containsExactly(
            new Reply.Text("OK"),
            new Reply.Whole(-7),
            new Reply.Text("h\u00e9j!"),
            new Reply.Nothing(),
            new Reply.Many(List.of(new Reply.Text("a"), new Reply.Many(List.of()))),
            new Reply.Refusal("ERR no"));
  }

  @Test
  void wordsAreSentWithTheirLengthInBytes() throws IOException {
    answer("+OK\r\n");

    connection.call("SET", "\u00fc", "");

    ByteBuffer sent = ByteBuffer.allocate(200);
    peer.read(sent);
    assertThat(StandardCharsets.UTF_8.decode(sent.flip()).toString())
        .isEqualTo("*3\r\n$3\r\nSET\r\n$2\r\n\u00fc\r\n$0\r\n\r\n");
  }

  @Test
  void refusalIsThrownWhereTextWasHopedFor() throws IOException {
    answer("-NOAUTH who are you\r\n");

    Reply reply = connection.call("GET", "k");

    assertThatThrownBy(reply::text)
        .isInstanceOf(RedisRefusal.class)
        .hasMessage("NOAUTH who are you");
    assertThatThrownBy(reply::items).isInstanceOf(RedisRefusal.class);
  }

  @Test
  void silenceEndsAtTheDeadline() {
    assertThatThrownBy(() -> connection.call("PING")).hasMessage("no answer in time");
  }

  @Test
  void halfAnAnswerEndsAtTheDeadline() throws IOException {
    answer("$100\r\nhalf");

    assertThatThrownBy(() -> connection.call("PING")).hasMessage("no answer in time");
  }

  @Test
  void endOfTheServerIsAnError() throws IOException {
    peer.close();

    assertThatThrownBy(() -> connection.read()).isInstanceOf(IOException.class);
  }

  @Test
  void hugeAnswerIsRefusedBeforeItIsKept() throws IOException {
    answer("$2000000000\r\n");

    assertThatThrownBy(() -> connection.call("GET", "k")).hasMessageContaining("too long");
  }

  @Test
  void endlessLineIsRefused() throws IOException {
    Thread.ofVirtual().start(() -> flood());

    assertThatThrownBy(() -> connection.read()).hasMessageContaining("too long");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    answer("*1\r\n".repeat(20));

    assertThatThrownBy(() -> connection.call("X")).hasMessageContaining("nested");
  }

  @Test
  void otherProtocolIsNoRedis() throws IOException {
    answer("HTTP/1.1 400 Bad Request\r\n");

    assertThatThrownBy(() -> connection.call("PING")).hasMessageContaining("not a Redis");
  }

  private void answer(String text) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    while (bytes.hasRemaining()) {
      peer.write(bytes);
    }
  }

  private void flood() {
    try {
      for (int i = 0; i < 200; i++) {
        answer("+".repeat(16_384));
      }
    } catch (IOException _) {
      // The test has seen enough.
      return;
    }
  }
}
