package dev.slipway.proof.crashloop;

import dev.slipway.model.Limits;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Task;
import dev.slipway.model.TaskId;
import dev.slipway.model.TaskState;
import dev.slipway.proof.live.Tenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every acknowledged task is there and has its verdict, in the order of acceptance, one at a time.
record TaskCheck(Ledger ledger) {
  void check(Tenant tenant, List<Task> tasks) {
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      if (task.number() != i + 1) {
        ledger.found(tenant + " has task number " + task.number() + " at place " + (i + 1));
      }
      if (i > 0) {
        checkOrder(tasks.get(i - 1), task);
      }
      checkVerdict(task);
    }
    checkPromises(tenant, tasks);
  }

  private void checkOrder(Task before, Task task) {
    if (Objects.requireNonNull(task.startedAt()).isBefore(before.changedAt())) {
      ledger.found("task " + task.id() + " began before the end of the one before it");
    }
  }

  private void checkVerdict(Task task) {
    if (!task.state().terminal()) {
      ledger.found("task " + task.id() + " never ended");
    }
    if (task.state() instanceof TaskState.Failed(var problem)
        && problem.type() == ProblemType.GENERAL_ERROR
        && task.attempts() <= Limits.standard().taskAttempts()) {
      ledger.found("task " + task.id() + " broke: " + problem.description());
    }
  }

  private void checkPromises(Tenant tenant, List<Task> tasks) {
    Map<TaskId, Task> byId =
        tasks.stream().collect(Collectors.toMap(Task::id, Function.identity()));
    Map<String, Long> last = new HashMap<>();
    for (Ledger.Promise promise : ledger.promises(tenant)) {
      Task task = byId.get(promise.task());
      if (task == null) {
        ledger.found("task " + promise.task() + " was acknowledged and is gone");
      } else {
        Long before = last.put(promise.submitter(), task.number());
        if (before != null && before >= task.number()) {
          ledger.found("task " + task.id() + " overtook one that was acknowledged before it");
        }
      }
    }
  }
}
