package dev.slipway.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/// What the kernel says of this machine; nothing where it does not say it.
final class Host {
  private static final int BYTES = 1024;

  private Host() {}

  /// Bytes of memory in all.
  static OptionalLong memory() {
    return text(Path.of("/proc/meminfo")).map(Host::total).orElseGet(OptionalLong::empty);
  }

  /// Out of `/proc/meminfo`, a line of which is: name, number, `kB`.
  static OptionalLong total(String memory) {
    return memory
        .lines()
        .filter(line -> line.startsWith("MemTotal:"))
        .mapToLong(line -> BYTES * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst();
  }

  /// A setting of the kernel, such as `vm/overcommit_memory`.
  static Optional<String> setting(String name) {
    return text(Path.of("/proc/sys", name));
  }

  /// When transparent huge pages are used: the word in brackets.
  static Optional<String> hugePages() {
    return text(Path.of("/sys/kernel/mm/transparent_hugepage/enabled"))
        .map(words -> words.replaceAll(".*\\[(\\w+)].*", "$1"));
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
