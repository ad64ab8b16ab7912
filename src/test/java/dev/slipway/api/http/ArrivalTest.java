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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Requests that stop arriving, at a server with little patience.
final class ArrivalTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  private final WebServer server =
      Listener.configure(WebServer.builder(), CLOCK, SHORT)
          .host("127.0.0.1")
          .port(0)
          .shutdownHook(false)
          .shutdownGracePeriod(Duration.ZERO)
          .routing(Listener.routing(Set.of(), CLOCK).post("/", ArrivalTest::readBody))
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
        .contains("\"message\":\"The body did not arrive");
  }

  @Test
  void headersThatStopArrivingAreRefusedAndTheConnectionClosed() throws IOException {
    assertThat(answerTo("POST / HTTP/1.1\r\nHost: local"))
        .startsWith("HTTP/1.1 408 ")
        .contains("\"message\":\"The headers did not arrive")
        .endsWith("}");
  }

  private static void readBody(ServerRequest request, ServerResponse response) {
    try {
      response.send(new Body(SHORT).read(request));
    } catch (Refusal refusal) {
      new Responses(CLOCK).refuse(request, response, refusal);
    }
  }

  /// All that comes until the server closes the connection.
  private String answerTo(String part) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
