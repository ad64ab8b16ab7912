package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Requests that stop arriving, at a server with little patience.
final class ArrivalTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  private final Listener listener = new Listener(Set.of(), CLOCK, SHORT);
  private final WebServer server =
      listener
          .configure(WebServer.builder())
          .host("127.0.0.1")
          .port(0)
          .shutdownHook(false)
          .shutdownGracePeriod(Duration.ZERO)
          .routing(
              listener
                  .routing()
                  .post("/", ArrivalTest::readBody)
                  .post("/slow", ArrivalTest::readBodyAndThink)
                  .post("/refused", (_, response) -> response.status(401).send("no")))
          .build()
          .start();

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void bodyThatStopsArrivingIsRefusedAndTheConnectionClosed() throws IOException {
    assertThat(answerTo("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 58\r\n\r\n{"))
        .startsWith("HTTP/1.1 408 ")
        .contains("\"message\":\"The request did not arrive");
  }

  @Test
  void headersThatStopArrivingAreRefusedAndTheConnectionClosed() throws IOException {
    assertThat(answerTo("POST / HTTP/1.1\r\nHost: local"))
        .startsWith("HTTP/1.1 408 ")
        .contains("\"message\":\"The request did not arrive")
        .endsWith("}");
  }

  @Test
  void answerMayTakeLongerThanTheRequest() throws IOException {
    try (var socket = connected()) {
      String answer = exchange(socket, post("/slow"));

      assertThat(answer).startsWith("HTTP/1.1 200 ").doesNotContain("408");
    }
  }

  @Test
  void refusedRequestWhoseBodyNeverComesIsNotAnsweredTwice() throws IOException {
    assertThat(answerTo("POST /refused HTTP/1.1\r\nHost: localhost\r\nContent-Length: 58\r\n\r\n{"))
        .startsWith("HTTP/1.1 401 ")
        .endsWith("no");
  }

  @Test
  void connectionOfARefusedRequestIsKept() throws IOException {
    try (var socket = connected()) {
      socket.getOutputStream().write(post("/refused").getBytes(StandardCharsets.US_ASCII));

      assertThat(exchange(socket, post("/"))).contains("HTTP/1.1 401 ", "HTTP/1.1 200 ");
    }
  }

  @Test
  void clientThatHasGoneKeepsNobodyElseFromBeingAnswered() throws IOException {
    leaveAfter("POST / HTTP/1.1\r\nHost: local");
    leaveAfter("POST / HTTP/1.1\r\nno header\r\n");

    assertThat(answerTo("POST / HTTP/1.1\r\nHost: local")).startsWith("HTTP/1.1 408 ");
    assertThat(answerTo("POST / HTTP/1.1\r\nHost: local")).startsWith("HTTP/1.1 408 ");
  }

  @Test
  void connectionThatRestsBetweenRequestsIsKept() throws Exception {
    try (var socket = connected()) {
      String first = exchange(socket, post("/"));
      Thread.sleep(SHORT.multipliedBy(3));

      assertThat(first).startsWith("HTTP/1.1 200 ");
      assertThat(exchange(socket, post("/"))).startsWith("HTTP/1.1 200 ");
    }
  }

  private static String post(String path) {
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}";
  }

  private Socket connected() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(5_000);
    return socket;
  }

  private static String exchange(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    var answer = new StringBuilder();
    for (int read = 0; read >= 0 && !answer.toString().endsWith("{}"); ) {
      read = socket.getInputStream().read();
      answer.append((char) read);
    }
    return answer.toString();
  }

  /// Resets the connection, so that whoever writes to it fails.
  private void leaveAfter(String part) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
      socket.setSoLinger(true, 0);
    }
  }

  private static void readBody(ServerRequest request, ServerResponse response) {
    try {
      response.send(Body.read(request));
    } catch (Refusal refusal) {
      new Responses(CLOCK).refuse(request, response, refusal);
    }
  }

  private static void readBodyAndThink(ServerRequest request, ServerResponse response) {
    byte[] body = Body.read(request);
    LockSupport.parkNanos(SHORT.multipliedBy(3).toNanos());
    response.send(body);
  }

  /// All that comes until the server closes the connection.
  private String answerTo(String part) throws IOException {
    try (var socket = connected()) {
      socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
