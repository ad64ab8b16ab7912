package dev.slipway.api.http;

import dev.slipway.api.json.Json;
import io.helidon.common.buffers.BufferData;
import java.nio.charset.StandardCharsets;

/// An error as it is written to a connection that is closed after it, where no handler answers.
final class LastWord {
  private LastWord() {}

  static BufferData of(ErrorFrame frame) {
    byte[] body = Json.bytes(frame);
    String head =
        """
        HTTP/1.1 %d %s\r
        Connection: close\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(frame.status(), frame.error(), body.length);
    return BufferData.create(
        BufferData.create(head.getBytes(StandardCharsets.US_ASCII)), BufferData.create(body));
  }
}
