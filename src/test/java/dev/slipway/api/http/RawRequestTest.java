package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that no client library would send.
final class RawRequestTest extends RequestTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:9, 200",
    "localhost, 200",
    "LOCALHOST:80, 200",
    "[::1]:80, 200",
    "redis.example.com, 200",
    "evil.example.com, 421",
    "evil.example.com:7447, 421",
    "127.0.0.1.evil.example.com, 421",
  })
  void serverAnswersToItsOwnNamesAlone(String host, int status) throws IOException {
    assertThat(raw("GET /v1/tasks HTTP/1.1\r\nHost: " + host + "\r\n" + keys()))
        .startsWith("HTTP/1.1 " + status + " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/_slipway/health/live", "/_slipway/health/ready", "/", "/elsewhere"})
  void noPathIsForForeignNames(String path) throws IOException {
    assertThat(
            raw(
                "GET "
                    + path
                    + " HTTP/1.1\r\nHost: evil.example.com\r\nAccept: text/html\r\n"
                    + "Connection: close\r\n"))
        .startsWith("HTTP/1.1 421 ")
        .contains("\"message\":\"This server does not go by the name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "evil.example.com"})
  void secondHostIsRefused(String second) throws IOException {
    String hosts = "Host: localhost\r\nHost: " + second + "\r\n";

    assertThat(raw("GET /v1/tasks HTTP/1.1\r\n" + hosts + keys())).startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%", "/v1/%zz", "/v1/tasks/%3", "///"})
  void pathThatEncodesNothingIsRefusedInTheFrame(String path) throws IOException {
    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"message\":\"The request line must be of HTTP/1.1");
  }

  @Test
  void headersOfSixteenKibibytesAreRead() throws IOException {
    assertThat(raw("GET /v1/tasks HTTP/1.1\r\n" + headers(16 << 10))).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void headersOfOneByteMoreAreRefused() throws IOException {
    assertThat(raw("GET /v1/tasks HTTP/1.1\r\n" + headers((16 << 10) + 1)))
        .startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n")
        .contains("\"error\":\"Request Header Fields Too Large\"")
        .contains("\"message\":\"The headers together may hold 16384 bytes at most.\"");
  }

  /// Header lines of so many bytes with their ends.
  private String headers(int bytes) {
    String others = "Host: localhost\r\n" + keys();
    String name = "X-Long: ";
    return others + name + "a".repeat(bytes - others.length() - name.length() - 2) + "\r\n";
  }

  @Test
  void queryOverSixteenKibibytesIsRefused() throws IOException {
    String query = "?long=" + "a".repeat(17_000);

    assertThat(raw("GET /v1/tasks" + query + " HTTP/1.1\r\nHost: localhost\r\n" + keys()))
        .startsWith("HTTP/1.1 414 ")
        .contains("\"message\":\"The path and query may hold 16384 bytes at most.\"");
  }

  @Test
  void encodedBodyIsRefused() throws IOException {
    String headers = "Host: localhost\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n";

    assertThat(raw("POST /v1/subscriptions HTTP/1.1\r\n" + headers + keys() + "\r\nx"))
        .startsWith("HTTP/1.1 415 ")
        .contains("\"message\":\"The body must come as it is");
  }

  @Test
  void hostWithoutAPortAfterItsColonIsRefusedWithTheReason() throws IOException {
    assertThat(raw("GET /v1/tasks HTTP/1.1\r\nHost: localhost:x\r\n" + keys()))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"message\":\"This cannot be a request: Invalid port");
  }

  @Test
  void headOfAnUnknownPathHasNoBody() throws IOException {
    assertThat(raw("HEAD /v1/nothing HTTP/1.1\r\nHost: localhost\r\n" + keys()))
        .startsWith("HTTP/1.1 404 ")
        .endsWith("\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/tasks", "/v1/subscriptions", "/_slipway/health/live"})
  void headIsTheGetWithoutItsBody(String path) throws IOException {
    String rest = " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + keys();
    String get = raw("GET" + rest);
    int length = get.length() - get.indexOf("\r\n\r\n") - 4;

    assertThat(raw("HEAD" + rest))
        .startsWith("HTTP/1.1 200 ")
        .containsIgnoringCase("Content-Length: " + length + "\r\n")
        .endsWith("\r\n\r\n");
  }

  @Test
  void requestWithoutAHostIsRefusedInTheFrame() throws IOException {
    assertThat(raw("GET /v1/tasks HTTP/1.1\r\nConnection: close\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"message\":\"This cannot be a request: Host header must be present");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz", "-5", ""})
  void bodyInMalformedChunksIsRefused(String chunks) throws IOException {
    String head = "POST /v1/subscriptions HTTP/1.1\r\nHost: localhost\r\n" + keys();

    assertThat(raw(head + "Transfer-Encoding: chunked\r\n\r\n" + chunks + "\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"message\":\"The body breaks off");
  }

  @Test
  void bodyThatBreaksOffIsRefused() throws IOException {
    String head = "POST /v1/subscriptions HTTP/1.1\r\nHost: localhost\r\n" + keys();

    try (var socket = connected()) {
      send(socket, head + "Content-Length: 58\r\n\r\n{");
      socket.shutdownOutput();
      assertThat(answer(socket))
          .startsWith("HTTP/1.1 400 ")
          .contains("\"message\":\"The body breaks off");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost/v1/tasks, 200",
    "HTTP://redis.example.com:80/v1/tasks?a=1, 200",
    "http://localhost, 200",
    "http://localhost/_slipway/health/live, 200",
    "http://evil.example.com/v1/tasks, 421",
    "http://localhost@evil.example.com/v1/tasks, 421",
    "ftp://localhost/v1/tasks, 404",
  })
  void targetMayNameTheServer(String target, int status) throws IOException {
    assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + keys()))
        .startsWith("HTTP/1.1 " + status + " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.0", "HTTP/1.2", "HTTP/2.0"})
  void requestOfAnotherVersionIsRefusedInTheFrame(String version) throws IOException {
    assertThat(raw("GET /v1/tasks " + version + "\r\nHost: localhost\r\n" + keys()))
        .startsWith("HTTP/1.1 505 HTTP Version Not Supported\r\n")
        .contains("\"message\":\"This server speaks HTTP/1.1 alone")
        .contains("\"path\":\"/v1/tasks\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /v1/tasks", "GET /v1/tasks HTTP/11", "GET /a b HTTP/1.1", "hello"})
  void lineThatIsNoRequestIsRefusedInTheFrame(String line) throws IOException {
    assertThat(raw(line + "\r\nHost: localhost\r\n" + keys()))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"message\":\"The request line must be of HTTP/1.1");
  }

  private String keys() {
    return "Connection: close\r\nx-api-key: "
        + owner.accountKey()
        + "\r\nx-api-secret-key: "
        + owner.userKey()
        + "\r\n";
  }

  private String raw(String head) throws IOException {
    try (var socket = connected()) {
      send(socket, head + "\r\n");
      return answer(socket);
    }
  }

  private Socket connected() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(5_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
