package dev.slipway.api.resource;

import dev.slipway.model.Problem;

/// A problem as the API spells it, in a failed task and in a resource alike (client-contract 2.1).
///
/// @param status code and name, such as `409 CONFLICT`
public record Failure(String type, String status, String description) {
  /// That of a problem.
  public static Failure of(Problem problem) {
    return new Failure(
        problem.type().name(), StatusName.of(problem.status()), problem.description());
  }
}
