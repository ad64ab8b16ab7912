package dev.slipway.model;

import java.util.List;
import java.util.Optional;

/// What a Redis client may do, in Redis's own words (api-rules 4.12).
///
/// @param rule such as `+@read ~cache:*`, as the user wrote it
public record RedisRuleSpec(String name, String rule) implements Spec {
  /// A rule that every account has and nobody can change. The numbers are below those that are
  /// given out.
  public record Default(int id, String name, String rule) {}

  /// All of them.
  public static final List<Default> DEFAULTS =
      List.of(
          new Default(7, "Full-Access", "+@all  ~*"),
          new Default(8, "Read-Write", "+@all -@dangerous ~*"),
          new Default(9, "Read-Only", "+@read ~*"));

  /// The default rule with this number.
  public static Optional<Default> defaultRule(int id) {
    return DEFAULTS.stream().filter(rule -> rule.id() == id).findFirst();
  }
}
