package dev.slipway.api.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads the body of a request, within its limits.
///
/// @param patience how long a body may take to arrive
record Body(Duration patience) {
  /// 1 MiB (architecture 5b).
  static final int MOST_BYTES = 1 << 20;

  private static final byte[] NONE = {};

  /// The bytes; none when the request has no body, whatever its headers say about the type.
  ///
  /// @throws Refusal 400 when it breaks off or its framing is wrong, 408 when it does not arrive in
  ///   time, 413 when it is too large, 415 when it is not JSON
  byte[] read(ServerRequest request) {
    if (request.headers().contentLength().orElse(0) > MOST_BYTES) {
      throw tooLarge();
    }
    if (!request.content().hasEntity()) {
      return NONE;
    }
    byte[] body = bytes(request);
    if (body.length > MOST_BYTES) {
      throw tooLarge();
    }
    if (body.length > 0) {
      requireJson(request);
    }
    return body;
  }

  /// A read cannot be given up without the connection, and the refusal still needs that: so the
  /// read goes on in a thread of its own until the refusal, which closes the connection, ends it.
  private byte[] bytes(ServerRequest request) {
    var reading = new FutureTask<>(() -> bytes(request.content().inputStream()));
    Thread.startVirtualThread(reading);
    try {
      return reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      throw Refusal.closing(
          408, "The body did not arrive in full within " + patience.toSeconds() + " s.");
    } catch (ExecutionException _) {
      throw Refusal.closing(
          400, "The body breaks off, or is not framed as Content-Length or its chunks say.");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw Refusal.closing(503, "The server ends.");
    }
  }

  /// Closing reads to the end of the body, which after a failure would never come.
  private static byte[] bytes(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    in.close();
    return bytes;
  }

  private static void requireJson(ServerRequest request) {
    String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("application/json");
    int end = type.indexOf(';');
    String plain = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    if (!plain.equals("application/json") && !plain.endsWith("+json")) {
      throw Refusal.of(415, "The body must be JSON: send Content-Type: application/json.");
    }
  }

  private static Refusal tooLarge() {
    return Refusal.of(413, "The body may hold " + MOST_BYTES + " bytes at most.");
  }
}
