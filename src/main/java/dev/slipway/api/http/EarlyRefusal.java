package dev.slipway.api.http;

import dev.slipway.api.json.Json;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts into the error frame what the web server refuses itself, before any handler is asked, and
/// says what to do instead.
record EarlyRefusal(InstantSource time) implements DirectHandler {
  /// What Helidon 4.5.0 says of headers beyond the limit, which it takes for a plain bad request.
  private static final String LONG_HEADERS = "Header size exceeded";

  /// What it says instead of all that is wrong with a request line.
  private static final String UNSAID = "Bad request, see server log for more information";

  /// Where Helidon 4.5.0 has the version of a request, except of 1.0: in the whole line.
  private static final Pattern OTHER_VERSION = Pattern.compile(".* HTTP/(?!1\\.1/)\\d\\.\\d/");

  private record Reason(int status, String sentence) {}

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType event,
      Status status,
      ServerResponseHeaders headers,
      @Nullable String message) {
    var reason = reason(request, event, status, message == null ? "" : message);
    var frame =
        ErrorFrame.of(time.instant(), reason.status, reason.sentence, request.path(), List.of());
    var response =
        TransportResponse.builder()
            .status(ErrorFrame.status(reason.status))
            .headers(headers)
            .header(HeaderNames.CONTENT_TYPE, "application/json")
            .keepAlive(false);
    return request.method().equals("HEAD")
        ? response.build()
        : response.entity(Json.bytes(frame)).build();
  }

  private static Reason reason(
      TransportRequest request, EventType event, Status status, String message) {
    if (event == EventType.INTERNAL_ERROR) {
      // What failed inside may say more than a client should know.
      return new Reason(status.code(), "The server failed.");
    }
    if (status.code() == 414) {
      return new Reason(414, "The path and query may hold " + limit() + ".");
    }
    if (status.code() == 505 || OTHER_VERSION.matcher(request.protocolVersion()).matches()) {
      return new Reason(
          505, "This server speaks HTTP/1.1 alone; nginx does with proxy_http_version 1.1.");
    }
    if (message.equals(LONG_HEADERS)) {
      return new Reason(431, "The headers together may hold " + limit() + ".");
    }
    if (event == EventType.BAD_REQUEST
        && request.headers().contains(HeaderNames.CONTENT_ENCODING)) {
      return new Reason(415, "The body must come as it is: leave Content-Encoding out.");
    }
    if (message.isEmpty() || message.equals(UNSAID)) {
      return new Reason(
          status.code(),
          "The request line must be of HTTP/1.1, with a path in which every percent sign encodes a"
              + " byte.");
    }
    return new Reason(status.code(), "This cannot be a request: " + message + ".");
  }

  private static String limit() {
    return Listener.MOST_HEADER_BYTES + " bytes at most";
  }
}
