package dev.slipway.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How many files and connections this program may have open, and whatever it starts.
final class OpenFiles {
  private static final String NAME = "Max open files";

  private OpenFiles() {}

  /// The hard limit of this process; 0 when it is not known.
  static long most() {
    try {
      return parse(Files.readString(Path.of("/proc/self/limits")));
    } catch (IOException _) {
      return 0;
    }
  }

  /// Reads `/proc/self/limits`, a line of which is: name, soft limit, hard limit, unit.
  static long parse(String limits) {
    return limits
        .lines()
        .filter(line -> line.startsWith(NAME))
        .map(line -> line.substring(NAME.length()).strip().split("\\s+")[1])
        .mapToLong(limit -> limit.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(limit))
        .findFirst()
        .orElse(0);
  }
}
