package dev.slipway.proof.fuzz;

import dev.slipway.proof.live.Tenant;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A client that sends whatever it is given, byte for byte, over a connection that it keeps as long
/// as the server does.
final class Wire implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final int port;
  private final String keys;
  private Socket socket = new Socket();
  private InputStream in = InputStream.nullInputStream();

  /// @param tenant with whose keys
  Wire(int port, Tenant tenant) {
    this.port = port;
    this.keys =
        "x-api-key: %s\r\nx-api-secret-key: %s\r\n"
            .formatted(tenant.accountKey(), tenant.userKey());
  }

  /// Sends a request and waits for its answer.
  ///
  /// @throws IOException also when there was no answer, or not within 40 s
  Answer send(Request request) throws IOException {
    if (!socket.isConnected() || socket.isClosed()) {
      connect();
    }
    long start = System.nanoTime();
    try {
      socket.getOutputStream().write(bytes(request));
      Answer answer = read(request.method().equals("HEAD"), start);
      if (answer.closes()) {
        socket.close();
      }
      return answer;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private void connect() throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
    in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
  }

  private byte[] bytes(Request request) {
    StringBuilder head = new StringBuilder();
    head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
    head.append("Host: 127.0.0.1:").append(port).append("\r\n").append(keys);
    request.headers().forEach(header -> head.append(header).append("\r\n"));
    head.append("Content-Length: ").append(request.body().length).append("\r\n\r\n");
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(request.body());
    return bytes.toByteArray();
  }

  private Answer read(boolean head, long start) throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    boolean bodiless = head || status == 304 || status == 204;
    int length = bodiless ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the connection ended within an answer");
    }
    var took = Duration.ofNanos(System.nanoTime() - start);
    return new Answer(status, headers, new String(body, StandardCharsets.UTF_8), took);
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended without an answer");
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
