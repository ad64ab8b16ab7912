package dev.slipway.api.resource;

import dev.slipway.model.Problem;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import org.jspecify.annotations.Nullable;

/// Why a resource is in its status: what it waits for, and what went wrong last.
///
/// @param reason what is being waited for; null unless it is pending or changing
/// @param problem why it failed, or what is being tried again; null when nothing went wrong
public record Standing(@Nullable String reason, @Nullable Failure problem) {
  /// That of a row.
  public static Standing of(Resource<?> resource) {
    Failure tried = resource.trouble() == null ? null : Failure.of(resource.trouble().problem());
    return switch (resource.status()) {
      case Status.Pending(String reason) -> new Standing(reason, tried);
      case Status.Changing(String reason) -> new Standing(reason, tried);
      case Status.Failed(Problem problem) -> new Standing(null, Failure.of(problem));
      case Status.Active _, Status.Deleting _ -> new Standing(null, tried);
    };
  }
}
