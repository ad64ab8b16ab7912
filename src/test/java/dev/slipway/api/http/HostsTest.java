package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which Host a request may name, for a server that is reached at 127.0.0.1.
final class HostsTest {
  @ParameterizedTest
  @CsvSource({
    "fd00::5,   [fd00::5]:7447,      200",
    "fd00::5,   [FD00:0:0:0:0::5],   200",
    "fd00::5,   [0:0:0:0:0:0:0:1],   200",
    "fd00::5,   [fd00::6],           421",
    "0.0.0.0,   127.0.0.1,           200",
    "0.0.0.0,   192.0.2.1,           421",
    "0.0.0.0,   evil.example,        421",
    "::,        LocalHost:1,         200",
    "my.host,   My.Host:7447,        200",
    "my.host,   evil.example,        421",
  })
  void requestIsAnsweredWhenItNamesTheServer(String configured, String host, int status)
      throws IOException {
    var listener = new Listener(Set.of(configured), InstantSource.fixed(Instant.EPOCH));
    WebServer server =
        listener
            .configure(WebServer.builder())
            .host("127.0.0.1")
            .port(0)
            .shutdownHook(false)
            .shutdownGracePeriod(Duration.ZERO)
            .routing(listener.routing().get("/", (_, response) -> response.send("hello")))
            .build()
            .start();
    try {
      assertThat(answer(server.port(), host)).startsWith("HTTP/1.1 " + status);
    } finally {
      server.stop();
    }
  }

  private static String answer(int port, String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5_000);
      String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
