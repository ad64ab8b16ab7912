package dev.slipway.proof.simulation;

import dev.slipway.model.CreateDatabase;
import dev.slipway.model.CreateSubscription;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Task;
import dev.slipway.model.TaskState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// I5: a create task that completes makes exactly what it names, in the same instant; nothing else
/// makes a resource, and an id never comes back.
final class ExactlyOnce implements Invariant {
  private final Set<Ref> seen = new HashSet<>();

  /// What a task names: `subscription/name`, or only the name of a subscription.
  private record Made(boolean subscription, int parent, String name) {}

  @Override
  public Stream<String> faults(Moment moment) {
    List<Resource<?>> appeared =
        moment.changes().resources().stream()
            .filter(change -> change.before() == null)
            .<Resource<?>>map(change -> Objects.requireNonNull(change.now()))
            .toList();
    List<Made> made = new ArrayList<>(appeared.stream().map(ExactlyOnce::made).toList());
    List<String> faults = new ArrayList<>();
    appeared.stream()
        .filter(resource -> !seen.add(resource.ref()))
        .forEach(resource -> faults.add(resource.ref() + " has an id that was used before"));
    moment
        .changes()
        .ended()
        .flatMap(ExactlyOnce::named)
        .filter(name -> !made.remove(name))
        .forEach(name -> faults.add("a completed task did not make " + name));
    made.forEach(name -> faults.add("no completed task made " + name));
    return faults.stream();
  }

  private static Made made(Resource<?> resource) {
    Integer parent = resource.parent();
    return new Made(
        parent == null, parent == null ? resource.id() : parent, resource.spec().name());
  }

  private static Stream<Made> named(Task task) {
    if (!(task.state() instanceof TaskState.Completed done) || done.resourceId() == null) {
      return Stream.empty();
    }
    int id = done.resourceId();
    return switch (task.command()) {
      case CreateSubscription create ->
          Stream.concat(
              Stream.of(new Made(true, id, create.spec().name())),
              create.databases().stream()
                  .flatMap(ExactlyOnce::names)
                  .map(n -> new Made(false, id, n)));
      case CreateDatabase create ->
          Stream.of(new Made(false, create.subscriptionId(), create.spec().name()));
      default -> Stream.empty();
    };
  }

  private static Stream<String> names(CreateSubscription.Planned planned) {
    String name = planned.spec().name();
    return planned.quantity() == 1
        ? Stream.of(name)
        : IntStream.rangeClosed(1, planned.quantity()).mapToObj(i -> name + "-" + i);
  }
}
