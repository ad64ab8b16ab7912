package dev.slipway.proof.simulation;

import dev.slipway.model.Task;
import dev.slipway.model.TaskId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// I4: a task that was answered is readable at once, as it was answered, and stays while it is not
/// too old; and no task is there that nobody asked for. That each one ends is seen at the end.
final class NothingLost implements Invariant {
  private final Set<TaskId> ended = new HashSet<>();

  @Override
  public Stream<String> faults(Moment moment) {
    Map<TaskId, Task> there =
        moment
            .tasks()
            .map(change -> change.now())
            .collect(Collectors.toMap(Task::id, Function.identity()));
    List<String> faults =
        Stream.concat(
                moment.ledger().accepted().stream()
                    .filter(accepted -> !ended.contains(accepted.id()))
                    .filter(accepted -> !same(accepted, there.get(accepted.id())))
                    .map(accepted -> "lost after its answer: " + accepted),
                unasked(there, moment.ledger()))
            .toList();
    there.values().stream()
        .filter(task -> task.state().terminal())
        .forEach(task -> ended.add(task.id()));
    return faults.stream();
  }

  private static boolean same(Task accepted, @Nullable Task now) {
    return now != null
        && now.account().equals(accepted.account())
        && now.number() == accepted.number()
        && now.command().equals(accepted.command());
  }

  private static Stream<String> unasked(Map<TaskId, Task> there, Ledger ledger) {
    long unknown = there.keySet().stream().filter(id -> !ledger.knows(id)).count();
    return unknown > ledger.unanswered()
        ? Stream.of(unknown + " tasks that nobody was told of")
        : Stream.empty();
  }
}
