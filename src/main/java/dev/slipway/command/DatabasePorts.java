package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_CUSTOM_PORT_NOT_UNIQUE;
import static dev.slipway.model.ProblemType.DATABASE_PORT_INVALID_VALUE;
import static dev.slipway.model.ProblemType.DATABASE_PORT_IS_UNAVAILABLE;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.store.Ports;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;

/// Ports for new databases, from the range of this server. Check first, then reserve: a refusal
/// must leave no port behind.
record DatabasePorts(int first, int last) {
  /// What the API allows to ask for (api-rules 3.2).
  private static final int LOWEST_CUSTOM = 10_000;

  private static final int HIGHEST_CUSTOM = 19_999;

  /// Refuses with DATABASE_PORT_INVALID_VALUE, DATABASE_CUSTOM_PORT_NOT_UNIQUE and
  /// DATABASE_PORT_IS_UNAVAILABLE when these databases cannot all have a port.
  void check(List<DatabaseSpec> databases, Ports ports) {
    var custom = new HashSet<Integer>();
    for (var database : databases) {
      if (database.portRequested()) {
        inRange(database.port());
        if (ports.taken(database.port()) || !custom.add(database.port())) {
          throw new Refused(
              DATABASE_CUSTOM_PORT_NOT_UNIQUE,
              "port %s belongs to another database.".formatted(database.port()),
              "Choose another, or leave it out.");
        }
      }
    }
    int free = last - first + 1 - ports.usedIn(first, last);
    if (databases.size() > free) {
      throw new Refused(
          DATABASE_PORT_IS_UNAVAILABLE,
          "This needs %s ports, and %s of %s to %s are free."
              .formatted(databases.size(), free, first, last),
          "Delete databases, or serve with a wider --database-ports.");
    }
  }

  private void inRange(int port) {
    int lowest = Math.max(first, LOWEST_CUSTOM);
    int highest = Math.min(last, HIGHEST_CUSTOM);
    if (lowest > highest) {
      throw new Refused(
          DATABASE_PORT_INVALID_VALUE,
          "No port can be asked for here: this server has %s to %s, and the API allows %s to %s."
              .formatted(first, last, LOWEST_CUSTOM, HIGHEST_CUSTOM),
          "Leave port out.");
    }
    if (port < lowest || port > highest) {
      throw new Refused(
          DATABASE_PORT_INVALID_VALUE,
          "port must be from %s to %s here, not %s.".formatted(lowest, highest, port),
          "Choose another, or leave it out.");
    }
  }

  /// The database with its port, after a check.
  DatabaseSpec reserve(DatabaseSpec database, int id, Ports ports) {
    if (database.portRequested()) {
      return taken(ports.reserve(database.port(), id), database, database.port());
    }
    OptionalInt port = ports.reserveAny(first, last, id, OptionalInt.empty());
    return taken(port.isPresent(), database, port.orElse(0));
  }

  private static DatabaseSpec taken(boolean reserved, DatabaseSpec database, int port) {
    if (!reserved) {
      throw new IllegalStateException("port " + port + " was free a moment ago");
    }
    return database.withPort(port);
  }
}
