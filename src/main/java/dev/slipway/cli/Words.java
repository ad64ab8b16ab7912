package dev.slipway.cli;

import dev.slipway.Config.PortRange;
import dev.slipway.Config.Strict;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One word of the command line to one value. Each throws IllegalArgumentException for a word that
/// breaks its option's rule; the rule itself is told by {@link Option}.
final class Words {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

  private static final Pattern SIZE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?) ?([MGT]B)");
  private static final double SMALLEST_DATABASE_GB = 0.1;

  private Words() {}

  static Path folder(String text) {
    require(!text.isBlank());
    return Path.of(text).toAbsolutePath().normalize();
  }

  static String host(String text) {
    if (!text.equals("localhost")) {
      require(!text.startsWith("[") && !text.contains("%"));
      InetAddress _ = InetAddress.ofLiteral(text);
    }
    return text;
  }

  static int port(String text, int least) {
    int port = Integer.parseInt(text);
    require(least <= port && port <= 65_535);
    return port;
  }

  static PortRange range(String text) {
    String[] ends = text.split("-", -1);
    require(ends.length == 2);
    PortRange range = new PortRange(port(ends[0], 1), port(ends[1], 1));
    require(range.from() <= range.to());
    return range;
  }

  /// Empty stands for the host itself.
  static String advertised(String text) {
    require(text.isEmpty() || NAME.matcher(text).matches());
    return text;
  }

  static boolean stops(String text) {
    require(text.equals("stop") || text.equals("keep"));
    return text.equals("stop");
  }

  static boolean yes(String text) {
    require(text.equals("yes") || text.equals("no"));
    return text.equals("yes");
  }

  /// Empty stands for nothing strict.
  static Set<Strict> strict(String text) {
    return text.isEmpty()
        ? Set.of()
        : Arrays.stream(text.split(",", -1))
            .map(word -> Strict.valueOf(word.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Empty stands for none.
  static Optional<Path> file(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Path file = Path.of(text).toAbsolutePath().normalize();
    require(Files.isRegularFile(file) && Files.isReadable(file));
    return Optional.of(file);
  }

  /// Empty stands for none.
  static Optional<Path> presentFolder(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Path folder = folder(text);
    require(Files.isDirectory(folder));
    return Optional.of(folder);
  }

  /// Empty stands for none.
  static Optional<URI> url(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    URI url = URI.create(text);
    require(text.matches("https?://.*") && url.getHost() != null && url.getUserInfo() == null);
    return Optional.of(url);
  }

  /// In GB; empty stands for none.
  static OptionalDouble size(String text) {
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    Matcher size = SIZE.matcher(text.toUpperCase(Locale.ROOT));
    require(size.matches());
    double unit =
        switch (size.group(2)) {
          case "MB" -> 0.001;
          case "GB" -> 1;
          default -> 1_000;
        };
    double gb = Double.parseDouble(size.group(1)) * unit;
    require(gb >= SMALLEST_DATABASE_GB);
    return OptionalDouble.of(gb);
  }

  private static void require(boolean good) {
    if (!good) {
      throw new IllegalArgumentException();
    }
  }
}
