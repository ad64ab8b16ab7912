package dev.slipway.proof.simulation;

import dev.slipway.model.AccountId;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Task;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything that can be seen after one step, and the rows before it.
///
/// @param upSince when the living program started
/// @param storeBackAt until when the store could not be written last
/// @param processed the task that the step processed; null if it did something else
record Moment(
    Rows before,
    Rows now,
    World world,
    Ledger ledger,
    Instant at,
    Instant upSince,
    Instant storeBackAt,
    @Nullable Task processed) {
  /// A task as it was and as it is.
  ///
  /// @param before null when it was just accepted
  record TaskChange(@Nullable Task before, Task now) {
    /// Whether it came to its end in this step.
    boolean ended() {
      return now.state().terminal() && (before == null || !before.state().terminal());
    }
  }

  /// A resource as it was and as it is; one of both may be missing.
  record ResourceChange(@Nullable Resource<?> before, @Nullable Resource<?> now) {
    /// Whether it went or has another status.
    boolean moved() {
      return now == null || (before != null && !before.status().equals(now.status()));
    }
  }

  /// Every task that is there now.
  Stream<TaskChange> tasks() {
    return now.accounts().keySet().stream().flatMap(this::tasks);
  }

  private Stream<TaskChange> tasks(AccountId account) {
    var earlier =
        before.of(account).tasks().stream()
            .collect(Collectors.toMap(Task::id, Function.identity()));
    return now.of(account).tasks().stream()
        .map(task -> new TaskChange(earlier.get(task.id()), task));
  }

  /// Every resource that is there or was there.
  Stream<ResourceChange> resources() {
    Map<Ref, Resource<?>> earlier = before.resources();
    Map<Ref, Resource<?>> later = now.resources();
    return Stream.concat(earlier.keySet().stream(), later.keySet().stream())
        .distinct()
        .map(ref -> new ResourceChange(earlier.get(ref), later.get(ref)));
  }
}
