package dev.slipway.proof.fuzz;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads a path as the server promises to read it: final and doubled slashes, a missing `/v1` and
/// an encoded question mark do not matter.
final class Target {
  private static final int LONGEST = 8_000;
  private static final Pattern PROPER =
      Pattern.compile("(?:[A-Za-z0-9/?&=._~:@!$'()*+,;-]|%[0-9A-Fa-f]{2})*+");

  private Target() {}

  /// Whether this may stand in a request line, and is of a usual length.
  static boolean proper(String target) {
    return target.length() <= LONGEST && PROPER.matcher(target).matches();
  }

  /// The plain parts, `v1` first; none when they cannot be read.
  static List<String> segments(String target) {
    List<String> segments = new ArrayList<>();
    for (String part : target.split("[?]|%3[Ff]", 2)[0].split("/")) {
      if (!part.isEmpty()) {
        try {
          segments.add(URLDecoder.decode(part, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
          return List.of();
        }
      }
    }
    if (segments.isEmpty() || !segments.getFirst().equals("v1")) {
      segments.addFirst("v1");
    }
    return segments;
  }
}
