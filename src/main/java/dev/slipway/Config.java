package dev.slipway;

import dev.slipway.model.Cidr;
import dev.slipway.model.Limits;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How one server is set up; every part but the limits is also an option of `./slipway serve`.
///
/// @param data the folder that holds everything the server keeps; absolute
/// @param host the address that the API and the databases listen on: an IP address or `localhost`
/// @param port the API's port; 0 takes a free one
/// @param databasePorts where clients reach databases
/// @param internalPorts where replicas and cluster buses listen
/// @param advertiseHost the name that endpoints carry; a name, not a bare IPv6 address
/// @param stopDatabasesOnExit whether databases end with the server, or go on
/// @param strict what is refused instead of emulated
/// @param catalogue the file that replaces the catalogue that Slipway brings along
/// @param doors from where the server may be asked
/// @param outside what the server may reach for backups and imports
/// @param memoryBudgetGb what all databases may take together; empty for no budget
/// @param limits how much of everything there may be, and for how long
public record Config(
    Path data,
    String host,
    int port,
    PortRange databasePorts,
    PortRange internalPorts,
    String advertiseHost,
    boolean stopDatabasesOnExit,
    Set<Strict> strict,
    Optional<Path> catalogue,
    Doors doors,
    Outside outside,
    OptionalDouble memoryBudgetGb,
    Limits limits) {
  /// With the limits that every server has, and doors as they are when nobody asks for others.
  public Config(
      Path data,
      String host,
      int port,
      PortRange databasePorts,
      PortRange internalPorts,
      String advertiseHost,
      boolean stopDatabasesOnExit,
      Set<Strict> strict,
      Optional<Path> catalogue) {
    this(
        data,
        host,
        port,
        databasePorts,
        internalPorts,
        advertiseHost,
        stopDatabasesOnExit,
        strict,
        catalogue,
        Doors.STANDARD,
        Outside.STANDARD,
        OptionalDouble.empty(),
        Limits.standard());
  }

  /// From where the server may be asked.
  ///
  /// @param adminFrom addresses that the admin side answers
  /// @param trustedProxies whose X-Forwarded-For counts
  /// @param tls what HTTPS is served with; plain HTTP without
  public record Doors(List<Cidr> adminFrom, List<Cidr> trustedProxies, Optional<Tls> tls) {
    /// This machine, in both families.
    public static final String THIS_MACHINE = "127.0.0.0/8,::1";

    /// Plain HTTP, and the admin side answers this machine alone.
    public static final Doors STANDARD =
        new Doors(Cidr.list(THIS_MACHINE), List.of(), Optional.empty());
  }

  /// Where backups go and imports come from.
  ///
  /// @param backupFolder where `file:///` begins
  /// @param s3Endpoint what speaks S3; Amazon's without
  /// @param allowed addresses that are reached although only this machine or its provider should
  public record Outside(Optional<Path> backupFolder, Optional<URI> s3Endpoint, List<Cidr> allowed) {
    /// No local folder, and nothing allowed.
    public static final Outside STANDARD =
        new Outside(Optional.empty(), Optional.empty(), List.of());
  }

  /// Two files in PEM.
  ///
  /// @param certificate the server's certificate, and those that vouch for it
  /// @param key the private key of the first
  public record Tls(Path certificate, Path key) {}

  /// An inclusive range of ports.
  public record PortRange(int from, int to) {
    /// Whether this port is one of them.
    public boolean contains(int port) {
      return from <= port && port <= to;
    }

    /// Whether a port is in both.
    public boolean overlaps(PortRange other) {
      return from <= other.to && other.from <= to;
    }

    @Override
    public String toString() {
      return from + "-" + to;
    }
  }

  /// What can be asked to behave as the cloud does, at the price of comfort.
  public enum Strict {
    /// A Redis version that is not installed is refused, not emulated.
    ENGINE,
    /// The cloud's 400 requests a minute are enforced.
    RATE,
    /// A poll is answered at once, as the cloud does.
    HOLD
  }

  /// Whether a poll of an unfinished task may be held for a moment.
  public boolean heldPolls() {
    return !strict.contains(Strict.HOLD);
  }

  /// Whether only this machine can reach the server.
  public boolean loopback() {
    return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
  }

  /// The address that is listened on.
  public InetAddress address() {
    return host.equals("localhost")
        ? InetAddress.getLoopbackAddress()
        : InetAddress.ofLiteral(host);
  }

  /// What a request's Host may be, besides the loopback names.
  public Set<String> names() {
    return Stream.of(host, advertiseHost).collect(Collectors.toUnmodifiableSet());
  }

  /// The base URL that clients on this machine are given, ending in `/v1` (client-contract 1.1).
  ///
  /// @param boundPort the port that was really taken
  public String url(int boundPort) {
    String scheme = doors.tls().isPresent() ? "https://" : "http://";
    return scheme + reachableHost() + ":" + boundPort + "/v1";
  }

  private String reachableHost() {
    if (host.equals("localhost")) {
      return host;
    }
    InetAddress address = InetAddress.ofLiteral(host);
    if (address.isAnyLocalAddress()) {
      return "127.0.0.1";
    }
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
