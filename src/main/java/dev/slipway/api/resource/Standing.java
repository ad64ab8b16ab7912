package dev.slipway.api.resource;

import dev.slipway.model.Problem;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import org.jspecify.annotations.Nullable;

/// Why a resource is in its status: what it waits for, and what went wrong last.
///
/// @param reason what is being waited for; null unless it is pending or changing
/// @param problem why it failed, or what is being tried again; null when nothing went wrong
public record Standing(@Nullable String reason, @Nullable Trouble problem) {
  /// A problem as the API spells it.
  public record Trouble(String type, int status, String description) {}

  /// That of a row.
  public static Standing of(Resource<?> resource) {
    Problem tried = resource.trouble() == null ? null : resource.trouble().problem();
    return switch (resource.status()) {
      case Status.Pending(String reason) -> new Standing(reason, trouble(tried));
      case Status.Changing(String reason) -> new Standing(reason, trouble(tried));
      case Status.Failed(Problem problem) -> new Standing(null, trouble(problem));
      case Status.Active _, Status.Deleting _ -> new Standing(null, trouble(tried));
    };
  }

  private static @Nullable Trouble trouble(@Nullable Problem problem) {
    return problem == null
        ? null
        : new Trouble(problem.type().name(), problem.status(), problem.description());
  }
}
