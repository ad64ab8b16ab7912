package dev.slipway.proof.simulation;

import dev.slipway.model.AccountId;
import dev.slipway.model.Task;
import dev.slipway.model.TaskState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// I2: the tasks of an account are processed in the order in which they were accepted.
final class InOrder implements Invariant {
  private final Map<AccountId, Long> lastNumber = new HashMap<>();
  private int checked;

  @Override
  public Stream<String> faults(Moment moment) {
    List<Task> accepted = moment.ledger().inOrder();
    List<Task> acceptedNow = accepted.subList(checked, accepted.size());
    checked = accepted.size();
    return Stream.concat(
        moment
            .changes()
            .accountsOfTasks()
            .map(account -> List.copyOf(moment.now().of(account).tasks().values()))
            .flatMap(InOrder::overtaken),
        acceptedNow.stream()
            .filter(this::numberedOutOfOrder)
            .map(task -> "task " + task.number() + " was accepted later"));
  }

  private static Stream<String> overtaken(List<Task> lane) {
    return IntStream.range(1, lane.size())
        .filter(i -> progress(lane.get(i)) > progress(lane.get(i - 1)))
        .mapToObj(i -> "task " + lane.get(i).number() + " overtook the one before it");
  }

  private boolean numberedOutOfOrder(Task accepted) {
    Long before = lastNumber.put(accepted.account(), accepted.number());
    return before != null && accepted.number() <= before;
  }

  /// How far a task has come: 0 waits, 1 is in progress, 2 is at its end.
  static int progress(Task task) {
    return switch (task.state()) {
      case TaskState.Received _ -> 0;
      case TaskState.InProgress _ -> 1;
      case TaskState.Completed _, TaskState.Failed _ -> 2;
    };
  }
}
