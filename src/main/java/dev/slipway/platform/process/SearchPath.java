package dev.slipway.platform.process;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Folders to search for programs. An empty element of the environment's `PATH` means the working
/// folder to a shell; here it means nothing, because whoever can write there could bring a program
/// that runs as root.
record SearchPath(List<Path> folders) {
  /// @param path as in the environment's `PATH`; empty where that is not set
  static SearchPath of(String path) {
    return new SearchPath(
        Stream.of(path.split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList());
  }

  /// Where a program of this name may be, the first choice first.
  Stream<Path> places(String program) {
    return folders.stream().map(folder -> folder.resolve(program));
  }
}
