package dev.slipway.reconcile;

import dev.slipway.model.Course;
import dev.slipway.model.Status;
import java.time.Duration;

/// What something emulated needs next: its course decides, and the time since it was put on it.
final class EmulatedPlan {
  private EmulatedPlan() {}

  /// @param elapsed since it was put on this course
  /// @param stop how long it waits in each state
  static Step next(Status status, Course course, Duration elapsed, Duration stop) {
    int passed = course.passed(elapsed, stop);
    boolean arrived = passed == course.stops().size();
    Duration left = stop.multipliedBy(passed + 1L).minus(elapsed);
    return switch (status) {
      case Status.Active _, Status.Failed _ -> new Step.Settle(status);
      case Status.Deleting _ ->
          arrived ? new Step.Forget() : new Step.Wait(left, "it is being taken down");
      case Status.Pending _, Status.Changing _ -> {
        var due = arrived ? course.end() : new Status.Pending(course.stops().get(passed));
        yield due.equals(status) && !arrived
            ? new Step.Wait(left, "the other side has not answered yet")
            : new Step.Settle(due);
      }
    };
  }
}
