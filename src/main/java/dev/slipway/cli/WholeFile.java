package dev.slipway.cli;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small file that others may read at any moment: it is there in full or not at all.
final class WholeFile {
  private WholeFile() {}

  /// Replaces the file.
  static void write(Path file, String text) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(aside, text);
    Files.move(aside, file, ATOMIC_MOVE);
  }
}
