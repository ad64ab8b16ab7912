package dev.slipway.proof.simulation;

import dev.slipway.model.AccountId;
import dev.slipway.model.AclCommand;
import dev.slipway.model.Task;
import dev.slipway.model.TaskState;
import java.util.Objects;
import java.util.stream.Stream;

/// I12: a command changes nothing of another account, and its verdict names nothing of another.
final class Apart implements Invariant {
  @Override
  public Stream<String> faults(Moment moment) {
    Task task = moment.processed();
    if (task == null) {
      return Stream.empty();
    }
    AccountId own = task.account();
    return Stream.concat(
        Stream.concat(moment.changes().accountsOfTasks(), moment.changes().accountsOfResources())
            .filter(account -> !account.equals(own))
            .map(account -> task + " changed rows of account " + account),
        Stream.ofNullable(moment.now().of(own).tasks().get(task.id()))
            .filter(done -> names(done, own, moment))
            .map(done -> "names a resource of another account: " + done));
  }

  private static boolean names(Task done, AccountId account, Moment moment) {
    // The rows of roles and users are no part of what is seen here.
    if (!(done.state() instanceof TaskState.Completed completed)
        || done.command() instanceof AclCommand) {
      return false;
    }
    Integer id = completed.resourceId();
    return id != null
        && Stream.of(moment.before(), moment.now())
            .flatMap(rows -> rows.of(account).resources())
            .noneMatch(resource -> Objects.equals(resource.id(), id));
  }
}
