package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_REPLICAS_OVER_LIMIT;
import static dev.slipway.model.ProblemType.DATABASE_REPLICA_OF_BAD_URI;
import static dev.slipway.model.ProblemType.DATABASE_REPLICA_OF_PROPERTY_DEPRECATED;

import dev.slipway.model.DatabaseSpec.SyncSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Which databases a database may follow (api-rules 4.6).
final class ReplicaRules {
  private static final int MOST_SOURCES = 32;
  private static final Pattern ENDPOINT =
      Pattern.compile(
          "(rediss?://)?([^@/\\s]*@)?(?<host>\\[[0-9A-Fa-f:.]+]|[^@:/\\s]+):(?<port>\\d{1,5})");

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
    for (int i = 0; i < sources.size(); i++) {
      endpoint(sources.get(i).endpoint().clear(), i + 1);
    }
  }

  /// The port of an endpoint, if it is at this host.
  static OptionalInt portAt(String endpoint, String host) {
    var match = ENDPOINT.matcher(endpoint);
    return match.matches() && match.group("host").equalsIgnoreCase(host)
        ? OptionalInt.of(Integer.parseInt(match.group("port")))
        : OptionalInt.empty();
  }

  /// An endpoint may hold a password, so the refusal names its place only.
  private static void endpoint(String endpoint, int place) {
    if (!ENDPOINT.matcher(endpoint).matches()) {
      throw new Refused(
          DATABASE_REPLICA_OF_BAD_URI,
          "The endpoint of replica source %s is not a Redis address.".formatted(place),
          "Write it like redis://user:password@host:port.");
    }
  }
}
