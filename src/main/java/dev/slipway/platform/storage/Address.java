package dev.slipway.platform.storage;

import dev.slipway.model.Secret;
import dev.slipway.model.Transfer.Reason;
import dev.slipway.platform.TransferException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// The parts of an address such as `ftp://user:password@host:21/path` (api-rules 4.7), decoded but
/// for the path of a web server.
///
/// @param user empty when none is named
/// @param port -1 when none is named
/// @param path with its slash; `rawPath` with its query as it was written
record Address(
    String scheme,
    String user,
    String password,
    String host,
    int port,
    String path,
    String rawPath) {
  private static final int LAST_PORT = 65_535;

  /// Reads one.
  static Address of(Secret text) throws TransferException {
    try {
      URI uri = new URI(text.clear());
      String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
      int at = authority.lastIndexOf('@');
      String[] login = authority.substring(0, Math.max(0, at)).split(":", 2);
      // A bucket's name may hold what a host's may not.
      String place = authority.substring(at + 1);
      String host = uri.getHost() == null ? place : uri.getHost();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return new Address(
              uri.getScheme(),
              decoded(login[0]),
              login.length > 1 ? decoded(login[1]) : "",
              host,
              uri.getPort(),
              uri.getPath(),
              (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath()) + query)
          .checked();
    } catch (URISyntaxException | IllegalArgumentException e) {
      // The cause would repeat the address, and a password with it.
      throw new TransferException(
          Reason.WRONG_FILE_PATH,
          "The address cannot be read. Write special characters percent-encoded.");
    }
  }

  /// A line's end that was encoded would be another command to an FTP server, and no file has a
  /// zero byte in its name.
  private Address checked() {
    boolean controls = (user + password + path).chars().anyMatch(Character::isISOControl);
    if (controls || port > LAST_PORT) {
      throw new IllegalArgumentException("nothing has such an address");
    }
    return this;
  }

  /// A plus is itself here, not a space.
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return scheme + "://" + host;
  }

  /// The port, or that of the scheme.
  int portOr(int usual) {
    return port < 0 ? usual : port;
  }
}
