package dev.slipway.platform.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What the configuration says that a Redis was last started or changed with, read without asking
/// that Redis.
///
/// @param maxMemory bytes
/// @param ports those that it listens on
record WrittenConf(long maxMemory, List<Integer> ports) {
  /// Those of all databases that are there, also of their second ones.
  static List<WrittenConf> all(DatabaseFolders folders) throws IOException {
    List<WrittenConf> all = new ArrayList<>();
    for (DatabaseFolder folder : folders.present()) {
      for (DatabaseFolder each : List.of(folder, folder.second())) {
        String text = each.read(Launcher.CONFIGURATION, 0);
        if (!text.isEmpty()) {
          all.add(parse(text));
        }
      }
    }
    return all;
  }

  /// Reads a configuration as {@link RedisConf} writes it; what somebody else wrote counts for
  /// nothing.
  static WrittenConf parse(String text) {
    List<Integer> ports =
        numbers(text, "(tls-)?port").stream().filter(port -> port > 0).map(Long::intValue).toList();
    long maxMemory = numbers(text, "maxmemory").stream().findFirst().orElse(0L);
    return new WrittenConf(maxMemory, ports);
  }

  private static List<Long> numbers(String text, String name) {
    return text.lines()
        .filter(line -> line.matches(name + " \"\\d{1,18}\""))
        .map(line -> Long.valueOf(line.substring(line.indexOf('"') + 1, line.length() - 1)))
        .toList();
  }
}
