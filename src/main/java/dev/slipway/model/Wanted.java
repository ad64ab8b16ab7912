package dev.slipway.model;

import java.util.List;
import java.util.stream.Collectors;

/// All that is wanted of a database: what its own row asks for, and what the roles that name it
/// grant.
///
/// @param users who may log in besides the default user, by their names
public record Wanted(DatabaseSpec spec, List<DatabaseUser> users) {
  /// A database that no role names.
  public static Wanted alone(DatabaseSpec spec) {
    return new Wanted(spec, List.of());
  }

  /// Stands for its users: the same for the same ones with the same passwords and rules.
  String usersDigest() {
    return Sha256.hex(
        users.stream()
            .map(user -> user.name() + " " + user.passwordHash() + " " + user.rule())
            .collect(Collectors.joining("\n")));
  }
}
