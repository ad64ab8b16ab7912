package dev.slipway.proof.live;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// One kept-alive HTTP/1.1 connection on which one request follows another. As little as a client
/// can do, so that what is measured is the server; not safe for several threads.
public final class HttpConnection implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String headers;

  private HttpConnection(Socket socket, String headers) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    this.out = socket.getOutputStream();
    this.headers = headers;
  }

  /// Connects to this port of this machine, to send requests with the tenant's keys.
  public static HttpConnection open(int port, Tenant tenant) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
    return new HttpConnection(
        socket,
        "Host: 127.0.0.1:%d\r\nContent-Type: application/json\r\nx-api-key: %s\r\nx-api-secret-key: %s\r\n"
            .formatted(port, tenant.accountKey(), tenant.userKey()));
  }

  /// Reads.
  public Reply get(String path) throws IOException {
    return send("GET", path, "", "");
  }

  /// Sends a request and waits for its answer.
  ///
  /// @param more further header lines, each with its CRLF, or nothing
  public Reply send(String method, String path, String body, String more) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "%s %s HTTP/1.1\r\n%s%sContent-Length: %d\r\n\r\n"
            .formatted(method, path, headers, more, bytes.length);
    out.write((head + body).getBytes(StandardCharsets.UTF_8));
    return read();
  }

  private Reply read() throws IOException {
    int status = Integer.parseInt(Line.read(in).substring("HTTP/1.1 ".length()).substring(0, 3));
    int length = 0;
    for (String line = Line.read(in); !line.isEmpty(); line = Line.read(in)) {
      if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the connection ended within an answer");
    }
    return new Reply(status, new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
