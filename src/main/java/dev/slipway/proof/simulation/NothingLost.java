package dev.slipway.proof.simulation;

import dev.slipway.model.Task;
import dev.slipway.model.TaskId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// I4: a task that was answered is readable at once, as it was answered, and stays at least until
/// its end; and no task is there that nobody asked for. That each one ends is seen at the end.
final class NothingLost implements Invariant {
  private final Map<TaskId, Task> lastSeen = new HashMap<>();
  private int checked;

  @Override
  public Stream<String> faults(Moment moment) {
    moment.changes().tasks().stream()
        .flatMap(change -> Stream.ofNullable(change.now()))
        .forEach(task -> lastSeen.put(task.id(), task));
    List<Task> accepted = moment.ledger().accepted();
    List<Task> answeredNow = accepted.subList(checked, accepted.size());
    checked = accepted.size();
    return Stream.of(
            answeredNow.stream()
                .filter(task -> !same(task, lastSeen.get(task.id())))
                .map(task -> "not there after its answer: " + task),
            moment.changes().tasks().stream()
                .filter(NothingLost::lost)
                .map(change -> "lost: " + change.before()),
            unasked(moment))
        .flatMap(faults -> faults);
  }

  private static boolean same(Task accepted, @Nullable Task now) {
    return now != null
        && now.account().equals(accepted.account())
        && now.number() == accepted.number()
        && now.command().equals(accepted.command());
  }

  private static boolean lost(Changes.OfTask change) {
    Task before = change.before();
    Task now = change.now();
    return before != null && (now == null ? !before.state().terminal() : !same(before, now));
  }

  private Stream<String> unasked(Moment moment) {
    if (moment.changes().tasks().isEmpty()) {
      return Stream.empty();
    }
    long unknown = lastSeen.keySet().stream().filter(id -> !moment.ledger().knows(id)).count();
    return unknown > moment.ledger().unanswered()
        ? Stream.of(unknown + " tasks that nobody was told of")
        : Stream.empty();
  }
}
