package dev.slipway.api.http;

import java.util.Optional;
import java.util.regex.Pattern;

/// A request target that begins with scheme and host, such as `http://localhost/v1/tasks`. Clients
/// send it to proxies, and every server must understand it (RFC 9112, 3.2.2).
///
/// @param authority the host, and the port if the target has one
/// @param path what is left, and the whole target in its usual form
record AbsoluteForm(String authority, String path) {
  private static final Pattern FORM =
      Pattern.compile("https?://(?<authority>[^/]*)/?(?<path>.*)", Pattern.CASE_INSENSITIVE);

  /// Reads a target without its query; empty when it is in another form.
  static Optional<AbsoluteForm> of(String target) {
    if (target.startsWith("/")) {
      return Optional.empty();
    }
    return Optional.of(FORM.matcher(target))
        .filter(match -> match.matches())
        .map(match -> new AbsoluteForm(match.group("authority"), "/" + match.group("path")));
  }
}
