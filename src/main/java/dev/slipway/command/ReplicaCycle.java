package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_REPLICA_CYCLE;
import static dev.slipway.model.ProblemType.DATABASE_REPLICA_OF_SOURCE_INCOMPATIBLE;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A database that follows itself, straight or by way of others, would erase what it holds
/// (api-rules 4.6). Databases of this server are known by the endpoint that the API shows; what
/// others elsewhere follow cannot be seen from here.
///
/// @param host the name that endpoints carry
record ReplicaCycle(String host) {
  /// Refuses with DATABASE_REPLICA_OF_SOURCE_INCOMPATIBLE and DATABASE_REPLICA_CYCLE. A database
  /// that has no port yet has no followers.
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

  /// An Active-Active database is nobody's source.
  private void compatible(DatabaseSpec wanted, Map<Integer, DatabaseSpec> byPort) {
    for (int port : followed(wanted)) {
      var source = byPort.get(port);
      if (source != null && source.crdb() != null) {
        throw new Refused(
            DATABASE_REPLICA_OF_SOURCE_INCOMPATIBLE,
            "The replica source %s:%s is an Active-Active database, which nobody can follow."
                .formatted(host, port),
            "Leave it out.");
      }
    }
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
