package dev.slipway.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// The part of a Redis version that decides what it can do: `8.2` of `8.2.1`.
public record RedisVersion(int major, int minor) implements Comparable<RedisVersion> {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(\\..*)?");
  private static final Comparator<RedisVersion> ORDER =
      Comparator.comparingInt(RedisVersion::major).thenComparingInt(RedisVersion::minor);

  /// Reads `8.2` or `8.2.1`; empty for anything else.
  public static Optional<RedisVersion> parse(String text) {
    var match = TEXT.matcher(text);
    return match.matches()
        ? Optional.of(
            new RedisVersion(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
        : Optional.empty();
  }

  /// Whether it is this version or a later one.
  public boolean atLeast(int otherMajor, int otherMinor) {
    return compareTo(new RedisVersion(otherMajor, otherMinor)) >= 0;
  }

  @Override
  public int compareTo(RedisVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
