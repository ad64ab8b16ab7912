package dev.slipway.platform.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// The files that a Redis writes beside its data and renames when they are whole. They stay for
/// ever when it is killed meanwhile.
record UnfinishedSaves(DatabaseFolder folder) {
  private static final String NAMES = "temp-{*.rdb,rewriteaof-*}";

  /// How much is in them, in bytes; 0 when there are none.
  long size() throws IOException {
    long size = 0;
    for (Path file : list()) {
      size += size(file);
    }
    return size;
  }

  /// Removes them, where nobody writes any more.
  void remove() throws IOException {
    for (Path file : list()) {
      Files.deleteIfExists(file);
    }
  }

  private List<Path> list() throws IOException {
    List<Path> list = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.path(), NAMES)) {
      files.forEach(list::add);
    } catch (NoSuchFileException _) {
      return List.of();
    }
    return list;
  }

  /// One that was renamed meanwhile is finished.
  private static long size(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .size();
    } catch (NoSuchFileException _) {
      return 0;
    }
  }
}
