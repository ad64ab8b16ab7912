package dev.slipway.api.http;

import dev.slipway.api.json.Json;
import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Answers a request whose headers stop arriving with 408, and closes its connection; Helidon 4.5.0
/// would wait for the rest without end. Safe for use by many threads.
final class HeaderDeadline implements Http1ConnectionListener {
  /// What completes when the headers of a connection's request are there.
  private final Map<ConnectionContext, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();

  private final Duration patience;
  private final InstantSource time;

  /// @param patience how long headers may take to arrive
  HeaderDeadline(Duration patience, InstantSource time) {
    this.patience = patience;
    this.time = time;
  }

  /// The request line is there: from here on the clock runs.
  @Override
  public void prologue(ConnectionContext connection, HttpPrologue prologue) {
    var headers = new CompletableFuture<Void>();
    awaited.put(connection, headers);
    var _ =
        headers
            .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
            .exceptionally(
                _ -> {
                  awaited.remove(connection);
                  Thread.startVirtualThread(() -> refuse(connection, prologue));
                  return null;
                });
  }

  @Override
  public void headers(ConnectionContext connection, Headers headers) {
    var arrival = awaited.remove(connection);
    if (arrival != null) {
      arrival.complete(null);
    }
  }

  private void refuse(ConnectionContext connection, HttpPrologue prologue) {
    try {
      connection.dataWriter().writeNow(answer(prologue));
    } finally {
      connection.serverSocket().close();
    }
  }

  private BufferData answer(HttpPrologue prologue) {
    var sentence = "The headers did not arrive in full within " + patience.toSeconds() + " s.";
    var path = prologue.uriPath().rawPath();
    var frame = ErrorFrame.of(time.instant(), 408, sentence, path, List.of());
    byte[] body = Json.bytes(frame);
    String head =
        """
        HTTP/1.1 408 Request Timeout\r
        Connection: close\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(body.length);
    return BufferData.create(
        BufferData.create(head.getBytes(StandardCharsets.US_ASCII)), BufferData.create(body));
  }
}
