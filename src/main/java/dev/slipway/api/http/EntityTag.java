package dev.slipway.api.http;

import dev.slipway.model.Sha256;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.List;

/// The tag of what a GET shows: equal bytes have equal tags (RFC 9110, 8.8.3 and 13.1.2).
record EntityTag(String text) {
  private static final int LENGTH = 32;

  static EntityTag of(byte[] body) {
    return new EntityTag('"' + Sha256.hex(body).substring(0, LENGTH) + '"');
  }

  /// Whether answers to this method have one.
  static boolean belongsTo(Method method) {
    return method.equals(Method.GET) || method.equals(Method.HEAD);
  }

  /// Whether the client has these very bytes already, and says so.
  boolean known(ServerRequest request) {
    return request.headers().all(HeaderNames.IF_NONE_MATCH, List::of).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals(text) || tag.equals("*"));
  }
}
