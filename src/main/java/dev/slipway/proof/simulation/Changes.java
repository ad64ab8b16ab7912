package dev.slipway.proof.simulation;

import dev.slipway.model.Resource;
import dev.slipway.model.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows that one step made, changed or removed.
record Changes(List<OfTask> tasks, List<OfResource> resources) {
  /// A task as it was and as it is; one of both may be missing.
  record OfTask(@Nullable Task before, @Nullable Task now) {
    /// The task, if it came to its end in this step.
    Stream<Task> ended() {
      return now != null && now.state().terminal() && (before == null || !before.state().terminal())
          ? Stream.of(now)
          : Stream.empty();
    }
  }

  /// A resource as it was and as it is; one of both may be missing.
  record OfResource(@Nullable Resource<?> before, @Nullable Resource<?> now) {
    /// Whether it went or has another status.
    boolean moved() {
      return now == null || (before != null && !before.status().equals(now.status()));
    }
  }

  /// What makes one state of the rows out of another.
  static Changes between(Rows before, Rows now) {
    return new Changes(
        differences(before.tasks(), now.tasks(), Task::id, OfTask::new),
        differences(before.resources(), now.resources(), Resource<?>::ref, OfResource::new));
  }

  /// The tasks that came to their end.
  Stream<Task> ended() {
    return tasks.stream().flatMap(OfTask::ended);
  }

  private static <R, K, C> List<C> differences(
      Stream<R> before,
      Stream<R> now,
      Function<R, K> key,
      BiFunction<@Nullable R, @Nullable R, C> change) {
    Map<K, R> earlier = new LinkedHashMap<>();
    before.forEach(row -> earlier.put(key.apply(row), row));
    List<C> changes = new ArrayList<>();
    now.forEach(
        row -> {
          R was = earlier.remove(key.apply(row));
          if (!row.equals(was)) {
            changes.add(change.apply(was, row));
          }
        });
    earlier.values().forEach(row -> changes.add(change.apply(row, null)));
    return changes;
  }
}
