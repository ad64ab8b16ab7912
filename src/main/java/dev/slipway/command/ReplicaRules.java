package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_REPLICAS_OVER_LIMIT;
import static dev.slipway.model.ProblemType.DATABASE_REPLICA_OF_BAD_URI;
import static dev.slipway.model.ProblemType.DATABASE_REPLICA_OF_PROPERTY_DEPRECATED;

import dev.slipway.model.DatabaseSpec.SyncSource;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which databases a database may follow (api-rules 4.6).
final class ReplicaRules {
  private static final int MOST_SOURCES = 32;
  private static final Pattern ENDPOINT =
      Pattern.compile(
          "(rediss?://)?([^@/\\s]*@)?(?<host>\\[[0-9A-Fa-f:.]+]|[^@:/\\s]+):(?<port>[1-9]\\d{0,4})");
  private static final int LAST_PORT = 65_535;

  private ReplicaRules() {}

  /// Refuses with DATABASE_REPLICAS_OVER_LIMIT, DATABASE_REPLICA_OF_PROPERTY_DEPRECATED and
  /// DATABASE_REPLICA_OF_BAD_URI.
  static void check(List<SyncSource> sources) {
    if (sources.size() > MOST_SOURCES) {
      throw new Refused(
          DATABASE_REPLICAS_OVER_LIMIT,
          "A database follows at most %s sources, and these are %s."
              .formatted(MOST_SOURCES, sources.size()));
    }
    if (sources.stream().map(SyncSource::legacy).distinct().count() > 1) {
      throw new Refused(
          DATABASE_REPLICA_OF_PROPERTY_DEPRECATED,
          "replicaOf and replica exclude each other.",
          "Use replica.syncSources.");
    }
    var known = new HashSet<Place>();
    for (int i = 0; i < sources.size(); i++) {
      if (!known.add(place(sources.get(i).endpoint().clear(), i + 1))) {
        throw new Refused(
            DATABASE_REPLICA_OF_BAD_URI,
            "Replica source %s is there twice.".formatted(i + 1),
            "Name each source once.");
      }
    }
  }

  /// The port of an endpoint, if it is at this host, by its name or as a loopback address.
  static Optional<Integer> portAt(String endpoint, String host) {
    return Place.of(endpoint)
        .filter(place -> place.host.equalsIgnoreCase(host) || place.loopback())
        .map(Place::port);
  }

  /// An endpoint may hold a password, so the refusal names its number only.
  private static Place place(String endpoint, int number) {
    return Place.of(endpoint)
        .orElseThrow(
            () ->
                new Refused(
                    DATABASE_REPLICA_OF_BAD_URI,
                    "The endpoint of replica source %s is not a Redis address.".formatted(number),
                    "Write it like redis://user:password@host:port."));
  }

  /// Where an endpoint leads to.
  ///
  /// @param host in lower case
  private record Place(String host, int port) {
    /// Empty when the endpoint is none.
    static Optional<Place> of(String endpoint) {
      return Optional.of(ENDPOINT.matcher(endpoint))
          .filter(Matcher::matches)
          .map(
              m ->
                  new Place(
                      m.group("host").toLowerCase(Locale.ROOT), Integer.parseInt(m.group("port"))))
          .filter(place -> place.port <= LAST_PORT);
    }

    /// Whether it is on this machine by any spelling that needs no name server. Connections to the
    /// wildcard address go there too.
    boolean loopback() {
      if (host.equals("localhost")) {
        return true;
      }
      try {
        var address = InetAddress.ofLiteral(host);
        return address.isLoopbackAddress() || address.isAnyLocalAddress();
      } catch (IllegalArgumentException _) {
        return false;
      }
    }
  }
}
