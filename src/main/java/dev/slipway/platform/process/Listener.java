package dev.slipway.platform.process;

import dev.slipway.model.Settings;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a Redis takes connections, and with which files of its folder it encrypts them.
///
/// @param port for connections in clear; 0 for none
/// @param tlsPort for connections with TLS; 0 for none
/// @param identity the file with its key and its certificate; empty without TLS. One that takes no
///   connections shows it to the one that it follows
/// @param clients the file with the certificates that clients are held against; empty when a client
///   needs none
record Listener(int port, int tlsPort, String identity, String clients) {
  /// A file of the certificates that this hash names; what follows it names the authority of
  /// Slipway's own certificate, which is in the file too.
  private static final Pattern CLIENTS = Pattern.compile("clients-([0-9a-f]{64})-.*\\.pem");

  /// Without TLS.
  static Listener inClear(int port) {
    return new Listener(port, 0, "", "");
  }

  /// With TLS alone.
  static Listener withTls(int port, String identity, String clients) {
    return new Listener(0, port, identity, clients);
  }

  /// None at all, for one that follows another.
  static Listener closed() {
    return inClear(0);
  }

  /// The same, where the other one takes connections with TLS alone.
  ///
  /// @param authority the file with the certificate that vouches for the other one
  static Listener closed(String identity, String authority) {
    return new Listener(0, 0, identity, authority);
  }

  /// What `CONFIG GET` says; an engine that was built without TLS says nothing of it.
  static Listener of(Map<String, String> config) {
    int port = Integer.parseInt(config.getOrDefault("port", "0"));
    int tlsPort = Integer.parseInt(config.getOrDefault("tls-port", "0"));
    boolean follows = "yes".equals(config.get("tls-replication"));
    if (tlsPort == 0 && !(port == 0 && follows)) {
      return inClear(port);
    }
    String certificate = config.getOrDefault("tls-cert-file", "");
    String key = config.getOrDefault("tls-key-file", "");
    String asksClients = config.getOrDefault("tls-auth-clients", "");
    return new Listener(
        port,
        tlsPort,
        key.equals(certificate) ? certificate : certificate + " " + key,
        switch (tlsPort == 0 ? "yes" : asksClients) {
          case "no" -> "";
          case "yes" -> config.getOrDefault("tls-ca-cert-file", "none");
          default -> asksClients;
        });
  }

  /// Whether it takes no connections, and follows another in clear or encrypted.
  boolean follows(boolean encrypted) {
    return port == 0 && tlsPort == 0 && encrypted != identity.isEmpty();
  }

  /// Whether it needs files of its folder.
  boolean usesTls() {
    return !identity.isEmpty();
  }

  /// Whether connections are encrypted.
  boolean encrypts() {
    return tlsPort != 0;
  }

  /// The same in the words of a wish. Nothing is said here of how old its certificate is.
  Settings.Endpoint endpoint() {
    Matcher file = CLIENTS.matcher(clients);
    return new Settings.Endpoint(
        encrypts() ? tlsPort : port,
        encrypts() && port == 0,
        file.matches() ? file.group(1) : clients,
        true);
  }

  /// The command that ends it, so that nobody can connect.
  List<String> closing() {
    return List.of("CONFIG", "SET", encrypts() ? "tls-port" : "port", "0");
  }

  /// How Redis is told, in the order in which it must follow: the port is let go before it is taken
  /// again, and the files are there before they are needed.
  List<RedisConf.Setting> settings() {
    var clear = new RedisConf.Setting("port", Integer.toString(port));
    var encrypted = new RedisConf.Setting("tls-port", Integer.toString(tlsPort));
    var follows = new RedisConf.Setting("tls-replication", follows(true) ? "yes" : "no");
    if (!usesTls()) {
      return List.of(follows, encrypted, clear);
    }
    return List.of(
        follows,
        new RedisConf.Setting("tls-cert-file", identity),
        new RedisConf.Setting("tls-key-file", identity),
        new RedisConf.Setting("tls-ca-cert-file", clients),
        new RedisConf.Setting("tls-auth-clients", clients.isEmpty() ? "no" : "yes"),
        clear,
        encrypted);
  }
}
