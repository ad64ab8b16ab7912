package dev.slipway.api.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/// Reads the body of a request, within its limit.
final class Body {
  /// 1 MiB (architecture 5b).
  static final int MOST_BYTES = 1 << 20;

  private static final byte[] NONE = {};

  private Body() {}

  /// The bytes; none when the request has no body, whatever its headers say about the type.
  ///
  /// @throws Refusal 400 when it breaks off or its framing is wrong, 413 when it is too large, 415
  ///   when it is not JSON
  static byte[] read(ServerRequest request) {
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

  /// Not closed when it fails: closing reads to the end of the body, which would never come.
  private static byte[] bytes(ServerRequest request) {
    InputStream in = request.content().inputStream();
    try {
      // Asked for as much as was announced, the stream need not guess how large a buffer to take.
      long most = request.headers().contentLength().orElse(MOST_BYTES);
      byte[] bytes = in.readNBytes(Math.toIntExact(most) + 1);
      in.close();
      return bytes;
    } catch (CloseConnectionException e) {
      throw e;
    } catch (IOException | RuntimeException _) {
      throw Refusal.closing(
          400, "The body breaks off, or is not framed as Content-Length or its chunks say.");
    }
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
