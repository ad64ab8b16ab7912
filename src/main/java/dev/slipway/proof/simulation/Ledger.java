package dev.slipway.proof.simulation;

import dev.slipway.model.AccountId;
import dev.slipway.model.Task;
import dev.slipway.model.TaskId;
import dev.slipway.task.Submitted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the clients were told, and so may rely on. It is outside of the program: no crash takes it.
final class Ledger {
  private record Key(AccountId account, String key) {}

  private final List<Task> accepted = new ArrayList<>();
  private final Set<TaskId> known = new HashSet<>();
  private final Map<Key, TaskId> byKey = new HashMap<>();
  private final List<Task> inOrder = new ArrayList<>();
  private int unanswered;

  /// A request was answered.
  ///
  /// @param key its idempotency key, or null
  void answered(Submitted answer, @Nullable String key) {
    Task task = answer.task();
    if (known.add(task.id())) {
      accepted.add(task);
    }
    if (!answer.replayed()) {
      inOrder.add(task);
    }
    if (key == null) {
      return;
    }
    TaskId before = byKey.putIfAbsent(new Key(task.account(), key), task.id());
    if (before != null && !before.equals(task.id())) {
      throw new Violation("I5 key " + key + " gave " + before + " and now " + task.id())
          .undeclared();
    }
  }

  /// The program died before it answered: the task may be there or not.
  void notAnswered() {
    unanswered++;
  }

  /// Requests without an answer.
  int unanswered() {
    return unanswered;
  }

  /// All tasks that were answered, in that order.
  List<Task> accepted() {
    return accepted;
  }

  /// Those that were no repetition, as they came.
  List<Task> inOrder() {
    return inOrder;
  }

  /// Whether a client was told of this task.
  boolean knows(TaskId id) {
    return known.contains(id);
  }
}
