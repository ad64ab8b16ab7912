package dev.slipway.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the system lets this program do, as `/proc/self` says it.
///
/// @param root whether it runs as root
/// @param capabilities its effective capabilities, a bit each (capabilities(7))
/// @param umask what new files are closed to, as in umask(2)
/// @param uids how many user ids this namespace has
record Privileges(boolean root, long capabilities, int umask, long uids) {
  /// Nothing is known and nothing is allowed.
  static final Privileges NONE = new Privileges(false, 0, 0, 0);

  // CHOWN, DAC_OVERRIDE, FOWNER, KILL, SETGID, SETUID, SETPCAP; SYS_PTRACE shows where another
  // user's process works.
  private static final long NEEDED = bits(0, 1, 3, 5, 6, 7, 8, 19);

  private static final long RESOURCE = bits(24);

  /// Those of this program.
  static Privileges own() {
    try {
      return parse(
          Files.readString(Path.of("/proc/self/status")),
          Files.readString(Path.of("/proc/self/uid_map")));
    } catch (IOException _) {
      return NONE;
    }
  }

  /// Reads `/proc/self/status` and `/proc/self/uid_map`.
  static Privileges parse(String status, String uidMap) {
    Map<String, String> fields =
        status
            .lines()
            .map(line -> line.split(":\\s+", 2))
            .filter(pair -> pair.length == 2)
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, _) -> first));
    return new Privileges(
        fields.getOrDefault("Uid", "").matches("\\d+\\s+0\\s.*"),
        Long.parseUnsignedLong(fields.getOrDefault("CapEff", "0"), 16),
        Integer.parseInt(fields.getOrDefault("Umask", "0"), 8),
        uidMap.lines().mapToLong(Privileges::lastUid).max().orElse(0));
  }

  /// Whether it can start and end programs as users with ids up to this one.
  boolean canBecome(long highestUid) {
    return root && (capabilities & NEEDED) == NEEDED && highestUid <= uids;
  }

  /// Whether it can give a program a higher limit than its own.
  boolean mayLimitFiles() {
    return root && (capabilities & RESOURCE) != 0;
  }

  /// Whether new files are for their owner only.
  boolean filesArePrivate() {
    return (umask & 077) == 077;
  }

  /// A line is: first id inside, first id outside, how many.
  private static long lastUid(String line) {
    List<Long> numbers = Arrays.stream(line.strip().split("\\s+")).map(Long::valueOf).toList();
    return numbers.get(0) + numbers.get(2) - 1;
  }

  private static long bits(int... positions) {
    return IntStream.of(positions).mapToLong(bit -> 1L << bit).reduce(0, (a, b) -> a | b);
  }
}
