package dev.slipway.platform.process;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A connection to one Redis that speaks RESP2. Every exchange has a deadline, after which the
/// connection is closed; answers are bounded. One thread may write while another reads.
final class RedisConnection implements AutoCloseable {
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int MOST_ITEMS = 10_000;
  private static final int DEEPEST = 8;
  private static final int LONGEST_HEAD = 200;

  /// A Redis with much data forks for seconds before it sends the first of it.
  private static final Duration PREPARATION = Duration.ofSeconds(60);

  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

  private final ByteChannel channel;
  private final Deadlines deadlines;
  private final ByteBuffer in = ByteBuffer.allocate(8192).limit(0);

  private RedisConnection(ByteChannel channel, Deadlines deadlines) {
    this.channel = channel;
    this.deadlines = deadlines;
  }

  /// Connects to a socket file or a TCP address.
  static RedisConnection open(SocketAddress address, Deadlines deadlines) throws IOException {
    return open(address, null, deadlines);
  }

  /// The same, encrypted.
  ///
  /// @param tls whom to trust and who to be there; null for a connection in clear
  static RedisConnection open(SocketAddress address, @Nullable SSLContext tls, Deadlines deadlines)
      throws IOException {
    SocketChannel channel =
        address instanceof UnixDomainSocketAddress
            ? SocketChannel.open(StandardProtocolFamily.UNIX)
            : SocketChannel.open();
    ScheduledFuture<?> deadline = deadlines.closeLate(channel);
    try {
      channel.connect(address);
      if (address instanceof InetSocketAddress) {
        // TLS writes twice before it reads: the second would wait 40 ms for the first's receipt.
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      }
      return new RedisConnection(tls == null ? channel : TlsChannel.over(channel, tls), deadlines);
    } catch (IOException e) {
      channel.close();
      throw readable(e);
    } finally {
      deadline.cancel(false);
    }
  }

  /// Sends these commands in one go and waits for all their answers.
  List<Reply> exchange(List<List<String>> commands) throws IOException {
    ScheduledFuture<?> deadline = deadlines.closeLate(channel);
    try {
      send(commands);
      List<Reply> replies = new ArrayList<>(commands.size());
      for (int i = 0; i < commands.size(); i++) {
        replies.add(read());
      }
      return replies;
    } catch (IOException e) {
      throw readable(e);
    } finally {
      deadline.cancel(false);
    }
  }

  /// Sends one command and waits for its answer.
  Reply call(String... words) throws IOException {
    return exchange(List.of(List.of(words))).getFirst();
  }

  /// Sends commands whose answers another thread reads.
  void send(List<List<String>> commands) throws IOException {
    StringBuilder text = new StringBuilder();
    for (List<String> words : commands) {
      text.append('*').append(words.size()).append("\r\n");
      for (String word : words) {
        int length = word.getBytes(StandardCharsets.UTF_8).length;
        text.append('$').append(length).append("\r\n").append(word).append("\r\n");
      }
    }
    ByteBuffer out = StandardCharsets.UTF_8.encode(text.toString());
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  /// Waits for one answer, without a deadline.
  Reply read() throws IOException {
    return read(0);
  }

  /// Sends a command whose answer is no reply but a line and then bytes, and takes the line. Redis
  /// keeps the connection alive with empty lines while it prepares them.
  String begin(String... words) throws IOException {
    send(List.of(List.of(words)));
    return within(
        PREPARATION,
        () -> {
          StringBuilder line = new StringBuilder();
          for (byte b = next(); b != '\n' || line.isEmpty(); b = next()) {
            if (b != '\n' && b != '\r' && line.length() < LONGEST_HEAD) {
              line.append((char) (b & 0xff));
            }
          }
          return line.toString();
        });
  }

  /// Takes some of the bytes that follow.
  ///
  /// @return how many; -1 when the connection has ended
  int receive(byte[] into, int offset, int most) throws IOException {
    if (in.hasRemaining()) {
      int count = Math.min(most, in.remaining());
      in.get(into, offset, count);
      return count;
    }
    return within(LONGEST_SILENCE, () -> channel.read(ByteBuffer.wrap(into, offset, most)));
  }

  private interface Waiting<T> {
    T run() throws IOException;
  }

  private <T> T within(Duration patience, Waiting<T> waiting) throws IOException {
    ScheduledFuture<?> deadline = deadlines.closeLate(channel, patience);
    try {
      return waiting.run();
    } catch (IOException e) {
      throw readable(e);
    } finally {
      deadline.cancel(false);
    }
  }

  private Reply read(int depth) throws IOException {
    String line = line();
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '+' -> new Reply.Text(rest);
      case '-' -> new Reply.Refusal(rest);
      case ':' -> new Reply.Whole(number(rest, Long.MAX_VALUE));
      case '$' -> block((int) number(rest, LONGEST_TEXT));
      case '*' -> items((int) number(rest, MOST_ITEMS), depth);
      default -> throw new IOException("this is not a Redis: it answered something else");
    };
  }

  private Reply block(int length) throws IOException {
    if (length < 0) {
      return new Reply.Nothing();
    }
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = next();
    }
    next();
    next();
    return new Reply.Text(new String(bytes, StandardCharsets.UTF_8));
  }

  private Reply items(int count, int depth) throws IOException {
    if (count < 0) {
      return new Reply.Nothing();
    }
    if (depth == DEEPEST) {
      throw new IOException("the answer is nested too deeply");
    }
    List<Reply> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(read(depth + 1));
    }
    return new Reply.Many(items);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (byte b = next(); b != '\r'; b = next()) {
      line.append((char) (b & 0xff));
      if (line.length() > LONGEST_TEXT) {
        throw new IOException("the answer is too long");
      }
    }
    next();
    if (line.isEmpty()) {
      throw new IOException("the answer is empty");
    }
    return line.toString();
  }

  private static long number(String digits, long most) throws IOException {
    try {
      long number = Long.parseLong(digits);
      if (number > most) {
        throw new IOException("the answer is too long: " + number);
      }
      return number;
    } catch (NumberFormatException e) {
      throw new IOException("this is not a Redis: it answered something else", e);
    }
  }

  private byte next() throws IOException {
    if (!in.hasRemaining()) {
      in.clear();
      int count = channel.read(in);
      in.flip();
      if (count < 0) {
        throw new EOFException("the connection was closed");
      }
    }
    return in.get();
  }

  private static IOException readable(IOException e) {
    return e instanceof AsynchronousCloseException || e instanceof ClosedChannelException
        ? new IOException("no answer in time", e)
        : e;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
