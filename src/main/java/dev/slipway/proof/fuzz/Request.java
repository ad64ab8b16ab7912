package dev.slipway.proof.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A request as it is sent, but for the keys.
///
/// @param target as it stands in the request line
/// @param headers lines such as `Prefer: wait=1`
/// @param body its bytes; empty when there is none
@SuppressWarnings("ArrayRecordComponent") // requests are never compared
record Request(String method, String target, List<String> headers, byte[] body) {
  private static final int LONGEST = 4_000;

  /// Without a body.
  static Request plain(String method, String target) {
    return new Request(method, target, List.of(), new byte[0]);
  }

  /// The same as a line for a shell that has the keys and the address (`./slipway env`).
  String curl() {
    StringBuilder line = new StringBuilder("curl -i --path-as-is -X " + method);
    line.append(" \"${REDISCLOUD_URL%/v1}\"").append(quoted(target));
    line.append(" -H \"x-api-key: $REDISCLOUD_ACCESS_KEY\"");
    line.append(" -H \"x-api-secret-key: $REDISCLOUD_SECRET_KEY\"");
    headers.forEach(header -> line.append(" -H ").append(quoted(header)));
    if (body.length > 0) {
      line.append(" --data-binary ").append(quoted(new String(body, StandardCharsets.ISO_8859_1)));
    }
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line.toString();
  }

  /// In the shell's `$'...'`, each char a byte.
  private static String quoted(String bytes) {
    StringBuilder text = new StringBuilder("$'");
    bytes
        .chars()
        .forEach(
            c -> {
              if (c == '\'' || c == '\\') {
                text.append('\\').append((char) c);
              } else {
                text.append(c >= ' ' && c <= '~' ? Character.toString(c) : "\\x%02x".formatted(c));
              }
            });
    return text.append('\'').toString();
  }
}
