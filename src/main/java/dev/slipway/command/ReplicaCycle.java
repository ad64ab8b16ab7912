package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_REPLICA_CYCLE;
import static dev.slipway.model.ProblemType.DATABASE_REPLICA_OF_INCOMPATIBLE_VERSION;
import static dev.slipway.model.ProblemType.DATABASE_REPLICA_OF_SOURCE_INCOMPATIBLE;
import static dev.slipway.model.ProblemType.DATABASE_UNSUPPORTED_REPLICA_OF_REDIS_FLEX;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.RedisVersion;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Which databases of the account a database may follow (api-rules 4.6): none that it cannot take
/// data from, and not itself, straight or by way of others, as it would erase what it holds. They
/// are known by the endpoint that the API shows; what is elsewhere, and whom it follows, cannot be
/// seen from here.
///
/// @param host the name that endpoints carry
record ReplicaCycle(String host) {
  /// Refuses with DATABASE_REPLICA_OF_SOURCE_INCOMPATIBLE,
  /// DATABASE_UNSUPPORTED_REPLICA_OF_REDIS_FLEX, DATABASE_REPLICA_OF_INCOMPATIBLE_VERSION and
  /// DATABASE_REPLICA_CYCLE. A database that has no port yet has no followers.
  void check(DatabaseSpec wanted, Turn turn) {
    if (wanted.syncSources().isEmpty()) {
      return;
    }
    var byPort = byPort(turn.tx().databases().of(turn.account()));
    compatible(wanted, byPort);
    if (wanted.port() != 0) {
      free(wanted, byPort);
    }
  }

  private void compatible(DatabaseSpec wanted, Map<Integer, DatabaseSpec> byPort) {
    for (int port : followed(wanted)) {
      var source = byPort.get(port);
      if (source != null) {
        compatible(wanted, source, "The replica source %s:%s".formatted(host, port));
      }
    }
  }

  /// An Active-Active database is nobody's source, nor is one with memory on flash; and an older
  /// Redis may not understand what a newer one sends.
  private static void compatible(DatabaseSpec wanted, DatabaseSpec source, String which) {
    if (source.crdb() != null) {
      throw new Refused(
          DATABASE_REPLICA_OF_SOURCE_INCOMPATIBLE,
          which + " is an Active-Active database, which nobody can follow.",
          "Leave it out.");
    }
    if (source.topology().ramPercentage() != null) {
      throw new Refused(
          DATABASE_UNSUPPORTED_REPLICA_OF_REDIS_FLEX,
          which + " has memory on flash, and nobody can follow it.",
          "Leave it out.");
    }
    if (newer(source, wanted)) {
      throw new Refused(
          DATABASE_REPLICA_OF_INCOMPATIBLE_VERSION,
          "%s runs Redis %s, and %s is older."
              .formatted(which, source.engine().redisVersion(), wanted.engine().redisVersion()),
          "Upgrade the one that follows first.");
    }
  }

  private static boolean newer(DatabaseSpec one, DatabaseSpec other) {
    return version(one).compareTo(version(other)) > 0;
  }

  private static RedisVersion version(DatabaseSpec database) {
    return RedisVersion.parse(database.engine().redisVersion()).orElseThrow();
  }

  private void free(DatabaseSpec wanted, Map<Integer, DatabaseSpec> byPort) {
    var seen = new HashSet<Integer>();
    var ahead = new ArrayDeque<>(followed(wanted));
    while (!ahead.isEmpty()) {
      int port = ahead.pop();
      if (port == wanted.port()) {
        throw new Refused(
            DATABASE_REPLICA_CYCLE,
            "The replica sources of %s lead back to itself, %s:%s."
                .formatted(Words.quoted(wanted.name()), host, port),
            "Leave out the source that does.");
      }
      var source = byPort.get(port);
      if (seen.add(port) && source != null) {
        ahead.addAll(followed(source));
      }
    }
  }

  private static Map<Integer, DatabaseSpec> byPort(List<Resource<DatabaseSpec>> databases) {
    return databases.stream()
        .filter(database -> !(database.status() instanceof Status.Deleting))
        .map(Resource::spec)
        .collect(Collectors.toMap(DatabaseSpec::port, spec -> spec, (first, _) -> first));
  }

  /// The ports of this server that a database follows.
  private List<Integer> followed(DatabaseSpec database) {
    return database.syncSources().stream()
        .flatMap(source -> ReplicaRules.portAt(source.endpoint().clear(), host).stream())
        .toList();
  }
}
