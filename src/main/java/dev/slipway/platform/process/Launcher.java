package dev.slipway.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Starts a Redis in a database's folder.
///
/// Redis inherits the folder as its working directory and reads its configuration from its standard
/// input, so that it needs no way into the folders above, which may be closed to its user.
record Launcher(Isolation isolation) {
  /// The file that Redis gets on its standard input.
  static final String CONFIGURATION = "redis.conf";

  private static final String LINK = "redis-server";

  /// Starts this engine there. It inherits nothing of our environment.
  ///
  /// @param group the file by which it joins its control group
  Process launch(DatabaseFolder folder, Engine engine, Path log, Optional<Path> group)
      throws IOException {
    List<String> program = List.of(reachable(folder, engine.binary()), "-");
    ProcessBuilder builder = new ProcessBuilder(isolation.command(folder.owner(), group, program));
    builder.environment().clear();
    return builder
        .directory(folder.path().toFile())
        .redirectInput(folder.file(CONFIGURATION).toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /// A name under which the database's user can start the program: its own path, or else a link in
  /// the folder. The link also gives the process a name that is known again later.
  private static String reachable(DatabaseFolder folder, Path binary) throws IOException {
    if (namedAsRedis(binary) && (folder.owner().isEmpty() || openToAll(binary.toRealPath()))) {
      return binary.toAbsolutePath().toString();
    }
    Path link = folder.file(LINK);
    Files.deleteIfExists(link);
    try {
      Files.createLink(link, binary.toRealPath());
    } catch (IOException _) {
      Files.copy(binary, link);
    }
    return "./" + LINK;
  }

  private static boolean namedAsRedis(Path binary) {
    String name = String.valueOf(binary.getFileName());
    return name.startsWith("redis-server") || name.startsWith("valkey-server");
  }

  private static boolean openToAll(Path file) throws IOException {
    for (Path path = file; path != null; path = path.getParent()) {
      Set<PosixFilePermission> permissions =
          Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
      if (!permissions.contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }
}
