package dev.slipway.e2e;

import dev.slipway.Config;
import dev.slipway.Server;
import dev.slipway.model.Limits;
import dev.slipway.platform.process.RunningDatabases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// A data folder with ports of its own, and the server that runs on it. Closing it ends the server
/// and every database.
final class Site implements AutoCloseable {
  private static final int PORTS = 20;

  private final Path data;
  private final int firstPort;
  private Server server;

  private final Config.Outside outside;

  private final Limits limits;

  private Site(Path data, int firstPort, Config.Outside outside, Limits limits) {
    this.data = data;
    this.firstPort = firstPort;
    this.outside = outside;
    this.limits = limits;
    this.server = Server.start(config(0));
  }

  /// A running server.
  ///
  /// @param firstPort of the ports that its databases may have, from 10000 to 19999
  static Site open(Path data, int firstPort) throws Exception {
    return open(data, firstPort, Config.Outside.STANDARD);
  }

  /// The same, with storages.
  static Site open(Path data, int firstPort, Config.Outside outside) throws Exception {
    return opened(new Site(data, firstPort, outside, Limits.standard()));
  }

  /// The same, with other limits.
  static Site open(Path data, int firstPort, Limits limits) throws Exception {
    return opened(new Site(data, firstPort, Config.Outside.STANDARD, limits));
  }

  private static Site opened(Site site) throws Exception {
    site.awaitReady();
    return site;
  }

  /// How a server is set up here.
  ///
  /// @param port the API's; 0 takes a free one
  Config config(int port) {
    return new Config(
        data,
        "127.0.0.1",
        port,
        new Config.PortRange(firstPort, firstPort + PORTS - 1),
        new Config.PortRange(firstPort + PORTS, firstPort + 2 * PORTS - 1),
        "127.0.0.1",
        false,
        Set.of(),
        Optional.empty(),
        Config.Doors.STANDARD,
        outside,
        OptionalDouble.empty(),
        limits);
  }

  /// The folder.
  Path data() {
    return data;
  }

  /// The API's port.
  int port() {
    return server.port();
  }

  /// A client with the keys that the server left in its folder.
  Walker walker() throws IOException {
    return folder().walker();
  }

  /// The lines of the credentials file, by name.
  Map<String, String> credentials() throws IOException {
    return folder().credentials();
  }

  private ServedFolder folder() {
    return new ServedFolder(data, firstPort);
  }

  /// A client with the keys of an account that is made for it.
  Walker otherAccount() throws IOException {
    Walker first = walker();
    String token = credentials().getOrDefault("SLIPWAY_ADMIN_TOKEN", "");
    Reply account =
        first.admin(
            token,
            "POST",
            "/accounts",
            """
            {"name": "other", "plan": "annual", "owner": {"name": "Bo", "email": "bo@example.com"}}
            """);
    String path = "/accounts/" + account.at("/id").asInt();
    int user = first.admin(token, "GET", path + "/users", "").at("/users/0/id").asInt();
    String wish = "{\"name\": \"key-of-the-other\", \"userId\": %d}".formatted(user);
    Reply key = first.admin(token, "POST", path + "/keys", wish);
    return new Walker(first.base(), account.word("/accountKey"), key.word("/secretKey"));
  }

  /// Ends the server; the databases go on.
  void stop() {
    server.close();
  }

  /// Starts a server again, on another port of the API.
  void start() throws Exception {
    server = Server.start(config(0));
    awaitReady();
  }

  private void awaitReady() throws Exception {
    Walker walker = walker();
    Eventually.until(() -> walker.bare("GET", "/_slipway/health/ready"), r -> r.status() == 200);
  }

  /// Takes a port as somebody else would.
  static ServerSocket stranger(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }

  @Override
  public void close() throws Exception {
    server.close();
    new RunningDatabases(data).endAll();
  }
}
