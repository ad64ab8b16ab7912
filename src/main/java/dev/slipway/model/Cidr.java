package dev.slipway.model;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A block of addresses, such as `10.0.0.0/8`. A plain address is a block of one (api-rules 4.9).
///
/// @param bits leading bits that all addresses of the block share
public record Cidr(InetAddress address, int bits) {
  /// Sources that a database admits when none were asked for (api-rules 4.1).
  public static final List<String> ANYWHERE = List.of("0.0.0.0/0");

  /// The same, in a subscription without public endpoints.
  public static final List<String> PRIVATE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");

  /// Without leading zeros, which some programs take for octal.
  private static final String NUMBER = "(0|[1-9]\\d{0,2})";

  private static final Pattern BLOCK =
      Pattern.compile(
          "(?<host>N(\\.N){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(/(?<bits>N))?".replace("N", NUMBER));

  /// Loopback is private: whoever is there is on this machine already.
  private static final List<Cidr> PRIVATE_BLOCKS =
      List.of(
          ofLiteral("10.0.0.0", 8),
          ofLiteral("172.16.0.0", 12),
          ofLiteral("192.168.0.0", 16),
          ofLiteral("100.64.0.0", 10),
          ofLiteral("127.0.0.0", 8),
          ofLiteral("::1", 128),
          ofLiteral("fc00::", 7));

  /// Reads a block; empty when it is none. Never asks a name server.
  public static Optional<Cidr> parse(String text) {
    var block = BLOCK.matcher(text);
    if (!block.matches()) {
      return Optional.empty();
    }
    try {
      var address = InetAddress.ofLiteral(block.group("host"));
      int width = address.getAddress().length * 8;
      int bits = block.group("bits") == null ? width : Integer.parseInt(block.group("bits"));
      return bits <= width ? Optional.of(new Cidr(address, bits)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Reads blocks with commas between; an empty text has none.
  ///
  /// @throws IllegalArgumentException when one of them is none
  public static List<Cidr> list(String text) {
    return text.isEmpty()
        ? List.of()
        : Stream.of(text.split(",", -1))
            .map(block -> parse(block).orElseThrow(IllegalArgumentException::new))
            .toList();
  }

  /// The block that is one address.
  public static Cidr of(InetAddress address) {
    return new Cidr(address, address.getAddress().length * Byte.SIZE);
  }

  /// What a database admits when it asks for no sources.
  public static List<String> defaultSources(boolean publicEndpointAccess) {
    return publicEndpointAccess ? ANYWHERE : PRIVATE;
  }

  /// Whether every address of the other block is in this one.
  public boolean contains(Cidr other) {
    byte[] mine = address.getAddress();
    byte[] theirs = other.address.getAddress();
    return mine.length == theirs.length && bits <= other.bits && samePrefix(mine, theirs, bits);
  }

  /// Whether all its addresses are private: RFC 1918, carrier-grade NAT, loopback, or local IPv6.
  public boolean isPrivate() {
    return PRIVATE_BLOCKS.stream().anyMatch(block -> block.contains(this));
  }

  /// Whether it begins at its own address, as `10.0.1.0/24` does and `10.0.1.7/24` does not.
  public boolean aligned() {
    byte[] own = address.getAddress();
    for (int bit = bits; bit < own.length * 8; bit++) {
      if (bit(own, bit) != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean samePrefix(byte[] left, byte[] right, int bits) {
    for (int bit = 0; bit < bits; bit++) {
      if (bit(left, bit) != bit(right, bit)) {
        return false;
      }
    }
    return true;
  }

  private static int bit(byte[] bytes, int index) {
    return bytes[index / 8] >> (7 - index % 8) & 1;
  }

  private static Cidr ofLiteral(String host, int bits) {
    return new Cidr(InetAddress.ofLiteral(host), bits);
  }
}
