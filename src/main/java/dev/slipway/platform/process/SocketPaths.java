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
    Path databases = linkTo(folder.path().resolveSibling(""));
    return UnixDomainSocketAddress.of(
        databases.resolve(Integer.toString(folder.id())).resolve(RedisConf.SOCKET));
  }

  private synchronized Path linkTo(Path databases) throws IOException {
    if (link == null) {
      link =
          Files.createSymbolicLink(
              Files.createTempDirectory("slipway").resolve("databases"), databases);
    }
    return link;
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
