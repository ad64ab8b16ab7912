package dev.slipway.proof.simulation;

import dev.slipway.model.Task;
import dev.slipway.model.TaskState;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// I2: the tasks of an account are processed in the order in which they were accepted.
final class InOrder implements Invariant {
  @Override
  public Stream<String> faults(Moment moment) {
    return Stream.concat(
        moment.now().accounts().values().stream().flatMap(of -> overtaken(of.tasks())),
        moment.now().accounts().keySet().stream()
            .flatMap(
                account ->
                    numberedOutOfOrder(
                        moment.ledger().inOrder().stream()
                            .filter(task -> task.account().equals(account))
                            .toList())));
  }

  private static Stream<String> overtaken(List<Task> lane) {
    return IntStream.range(1, lane.size())
        .filter(i -> progress(lane.get(i)) > progress(lane.get(i - 1)))
        .mapToObj(i -> "task " + lane.get(i).number() + " overtook the one before it");
  }

  private static Stream<String> numberedOutOfOrder(List<Task> accepted) {
    return IntStream.range(1, accepted.size())
        .filter(i -> accepted.get(i).number() <= accepted.get(i - 1).number())
        .mapToObj(i -> "task " + accepted.get(i).number() + " was accepted later");
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
