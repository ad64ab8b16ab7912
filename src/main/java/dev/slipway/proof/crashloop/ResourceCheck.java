package dev.slipway.proof.crashloop;

import dev.slipway.model.Command;
import dev.slipway.model.CreateDatabase;
import dev.slipway.model.CreateSubscription;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DeleteDatabase;
import dev.slipway.model.DeleteSubscription;
import dev.slipway.model.Resource;
import dev.slipway.model.Task;
import dev.slipway.model.TaskState;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Each completed creation made its resources exactly once: what is there is what was created and
/// not deleted.
final class ResourceCheck {
  private final Ledger ledger;
  private final Rows rows;
  private final List<Task> completed;

  ResourceCheck(Ledger ledger, Rows rows) {
    this.ledger = ledger;
    this.rows = rows;
    this.completed =
        rows.tasks().values().stream()
            .flatMap(List::stream)
            .filter(task -> task.state() instanceof TaskState.Completed)
            .toList();
  }

  void check() {
    compare("subscriptions", subscriptionsExpected(), ids(rows.subscriptions().stream()));
    compare("databases", databasesExpected(), ids(alone()));
    rows.subscriptions().forEach(subscription -> checkPlan(subscription.id()));
    checkNames();
    rows.broken().forEach(row -> ledger.found(row.ref() + " ended as " + row.status()));
  }

  private Set<Integer> subscriptionsExpected() {
    Set<Integer> expected = made(command -> command instanceof CreateSubscription);
    expected.removeAll(made(command -> command instanceof DeleteSubscription));
    return expected;
  }

  private Set<Integer> databasesExpected() {
    Set<Integer> expected = made(command -> command instanceof CreateDatabase);
    expected.removeAll(made(command -> command instanceof DeleteDatabase));
    return expected;
  }

  /// The databases of a plan have no task of their own; those that were deleted do.
  private void checkPlan(int subscription) {
    Set<Integer> gone =
        made(command -> command instanceof DeleteDatabase d && d.subscriptionId() == subscription);
    gone.removeAll(made(command -> command instanceof CreateDatabase));
    long there =
        rows.databases().stream()
            .filter(row -> row.spec().planned())
            .filter(row -> Integer.valueOf(subscription).equals(row.parent()))
            .count();
    if (there + gone.size() != 1) {
      ledger.found(
          "subscription %d was planned with one database; %d are there and %d deleted"
              .formatted(subscription, there, gone.size()));
    }
  }

  /// Every creation had a name of its own, so two of one name are one request run twice.
  private void checkNames() {
    Set<String> seen = new TreeSet<>();
    completed.stream()
        .flatMap(task -> createdName(task.command()))
        .filter(Predicate.not(seen::add))
        .forEach(name -> ledger.found("the request for " + name + " was carried out twice"));
  }

  private static Stream<String> createdName(Command command) {
    return switch (command) {
      case CreateSubscription create -> Stream.of(create.spec().name());
      case CreateDatabase create -> Stream.of(create.spec().name());
      default -> Stream.empty();
    };
  }

  private Set<Integer> made(Predicate<Command> by) {
    Set<Integer> ids = new TreeSet<>();
    completed.stream()
        .filter(task -> by.test(task.command()))
        .map(task -> ((TaskState.Completed) task.state()).resourceId())
        .forEach(id -> ids.add(Objects.requireNonNull(id)));
    return ids;
  }

  private Stream<Resource<DatabaseSpec>> alone() {
    return rows.databases().stream().filter(row -> !row.spec().planned());
  }

  private static Set<Integer> ids(Stream<? extends Resource<?>> resources) {
    Set<Integer> ids = new TreeSet<>();
    resources.forEach(row -> ids.add(row.id()));
    return ids;
  }

  private void compare(String what, Set<Integer> expected, Set<Integer> there) {
    if (!expected.equals(there)) {
      ledger.found(what + " " + there + " are there, and should be " + expected);
    }
  }
}
