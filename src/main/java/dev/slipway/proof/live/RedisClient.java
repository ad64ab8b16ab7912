package dev.slipway.proof.live;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A tenant's connection to its database.
public final class RedisClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 5_000;

  private final Socket socket;
  private final InputStream in;

  private RedisClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /// Connects to this port of this machine, in clear, and logs in.
  ///
  /// @param password empty when there is none
  /// @throws IOException also when the password is refused
  public static RedisClient open(int port, String password) throws IOException {
    return open(Endpoint.inClear(port, password));
  }

  /// Connects and logs in.
  ///
  /// @throws IOException also when the password is refused
  public static RedisClient open(Endpoint endpoint) throws IOException {
    Socket socket = endpoint.connect();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      RedisClient client = new RedisClient(socket);
      if (!endpoint.password().isEmpty()) {
        client.call("AUTH", endpoint.password());
      }
      return client;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// Sends a command and returns its answer as text; a missing value is empty.
  ///
  /// @throws IOException also when Redis answers with an error
  public String call(String... words) throws IOException {
    StringBuilder text = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      text.append('$').append(word.length()).append("\r\n").append(word).append("\r\n");
    }
    socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.US_ASCII));
    return answer();
  }

  private String answer() throws IOException {
    String line = Line.read(in);
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '+', ':' -> rest;
      case '$' -> block(Integer.parseInt(rest));
      default -> throw new IOException("Redis answered " + line);
    };
  }

  private String block(int length) throws IOException {
    if (length < 0) {
      return "";
    }
    byte[] bytes = in.readNBytes(length + 2);
    if (bytes.length < length + 2) {
      throw new EOFException("Redis ended the connection within an answer");
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
