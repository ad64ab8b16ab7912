package dev.slipway.platform.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;

/// The static Redis that comes with Slipway, for machines without one.
///
/// @param engines the folder that it is unpacked into
record BundledEngine(Path engines) {
  private static final String VERSION = "7.0.15";

  /// The program, if it was unpacked before.
  Optional<Path> unpacked() {
    return Optional.of(binary()).filter(Files::isExecutable);
  }

  /// Whether there is one for this system.
  boolean comesAlong() {
    return BundledEngine.class.getResource(resource()) != null;
  }

  private Path binary() {
    return engines.resolve("redis-" + VERSION).resolve("redis-server");
  }

  /// Unpacks it, unless that was done before.
  ///
  /// @return the program; empty when there is none for this system
  Optional<Path> unpack() throws IOException {
    Path binary = binary();
    if (Files.isExecutable(binary)) {
      return Optional.of(binary);
    }
    try (InputStream in = BundledEngine.class.getResourceAsStream(resource())) {
      if (in == null) {
        return Optional.empty();
      }
      Files.createDirectories(binary.getParent());
      Path aside = Files.createTempFile(binary.getParent(), "redis-server", ".new");
      Files.copy(in, aside, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwxr-xr-x"));
      try (FileChannel file = FileChannel.open(aside, StandardOpenOption.WRITE)) {
        file.force(true);
      }
      Files.move(aside, binary, StandardCopyOption.ATOMIC_MOVE);
      return Optional.of(binary);
    }
  }

  private static String resource() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String chip =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "amd64";
          case "aarch64", "arm64" -> "arm64";
          case String other -> other;
        };
    return "/redis-server-%s-%s-%s"
        .formatted(VERSION, system.startsWith("mac") ? "darwin" : system, chip);
  }
}
