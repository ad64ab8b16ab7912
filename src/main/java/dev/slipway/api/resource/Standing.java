package dev.slipway.api.resource;

import dev.slipway.model.Problem;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a resource stands: finer than its status, what it waits for, and what went wrong last.
///
/// @param phase `creating`, `recovering`, `changing`, `serving`, `deleting`, `retrying` after a
///   failure, or `failed` for good
/// @param since when the status last changed
/// @param step what was last done to it, such as `start`, or waited for; null at rest
/// @param attempts how often that was done in vain; null for never
/// @param reason what is being waited for; null unless it is pending or changing
/// @param problem why it failed, or what is being tried again; null when nothing went wrong
public record Standing(
    String phase,
    Instant since,
    @Nullable String step,
    @Nullable Integer attempts,
    @Nullable String reason,
    @Nullable Failure problem) {
  /// That of a row.
  public static Standing of(Resource<?> row) {
    return new Standing(
        phase(row),
        Times.shown(row.changedAt()),
        row.lastAction() == null ? null : row.lastAction().toLowerCase(Locale.ROOT),
        row.attempts() == 0 ? null : row.attempts(),
        reason(row.status()),
        problem(row));
  }

  private static String phase(Resource<?> row) {
    return switch (row.status()) {
      case Status.Pending _ -> row.everActive() ? "recovering" : "creating";
      case Status.Changing _ -> "changing";
      case Status.Active _ -> "serving";
      case Status.Deleting _ -> "deleting";
      case Status.Failed _ -> row.gaveUp() ? "failed" : "retrying";
    };
  }

  private static @Nullable String reason(Status status) {
    return switch (status) {
      case Status.Pending(String reason) -> reason;
      case Status.Changing(String reason) -> reason;
      case Status.Active _, Status.Deleting _, Status.Failed _ -> null;
    };
  }

  private static @Nullable Failure problem(Resource<?> row) {
    if (row.status() instanceof Status.Failed(Problem problem)) {
      return Failure.of(problem);
    }
    return row.trouble() == null ? null : Failure.of(row.trouble().problem());
  }
}
