package dev.slipway.api.http;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names that this server goes by. A request for any other name was led here by somebody's DNS,
/// and a web page behind it must not reach the API (421).
final class Hosts {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final Set<String> names;

  /// @param configured names and addresses besides the loopback ones
  Hosts(Set<String> configured) {
    names =
        Stream.concat(LOOPBACK.stream(), configured.stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Lets a request through that names one of them; the port does not matter.
  ///
  /// @param authority the Host header
  /// @throws Refusal 421
  void require(String authority) {
    if (!names.contains(name(authority).toLowerCase(Locale.ROOT))) {
      throw Refusal.of(
          421,
          "This server does not go by the name in the Host header; --advertise-host adds one.");
    }
  }

  private static String name(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
  }
}
