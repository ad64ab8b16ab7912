package dev.slipway.platform.process;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Finds a name for a database's control socket that is short enough. A socket's path has at most
/// 107 bytes; where the data folder lies deeper, a link in the temporary directory leads to it.
final class SocketPaths implements AutoCloseable {
  private static final int LONGEST = 107;
  private @Nullable Path link;

  /// The control socket of this database.
  UnixDomainSocketAddress of(DatabaseFolder folder) throws IOException {
    Path direct = folder.file(RedisConf.SOCKET);
    if (direct.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
      return UnixDomainSocketAddress.of(direct);
    }
    Path inside = folder.above().relativize(direct);
    return UnixDomainSocketAddress.of(linkTo(folder.above()).resolve(inside));
  }

  private synchronized Path linkTo(Path databases) throws IOException {
    if (link == null || !leadsTo(link, databases)) {
      link =
          Files.createSymbolicLink(
              Files.createTempDirectory("slipway").resolve("databases"), databases);
    }
    return link;
  }

  /// Cleaners of the temporary directory take what is old, and anybody may then take its name.
  private static boolean leadsTo(Path link, Path databases) {
    try {
      return Files.readSymbolicLink(link).equals(databases);
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (link != null) {
      Files.deleteIfExists(link);
      Files.deleteIfExists(link.getParent());
      link = null;
    }
  }
}
