package dev.slipway.reconcile;

import dev.slipway.model.Limits;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import java.time.Duration;
import java.util.Optional;

/// What a rule, a role or a user of databases needs next. It has nothing of its own in the world:
/// it is in force when every database that runs lets in whom the rows say, and waits until then.
///
/// One that is being deleted waits for as long as a running database still lets its users in. One
/// that is not in force in the time of a creation is in error with what the database says, until
/// that has changed (architecture 3, "The failure half").
final class AccessPlan {
  private AccessPlan() {}

  static Step next(Resource<?> resource, Reach reach, Duration sinceWanted, Limits limits) {
    return switch (resource.status()) {
      case Status.Deleting _ ->
          reach
              .behind()
              .<Step>map(behind -> new Step.Wait(limits.driftLook(), waitsFor(behind)))
              .orElseGet(Step.Forget::new);
      case Status.Active _ -> inForce(reach);
      case Status.Failed _ ->
          reach.behind().isPresent() ? new Step.Settle(resource.status()) : inForce(reach);
      case Status.Pending _, Status.Changing _ ->
          reach
              .behind()
              .map(behind -> await(behind, limits.provisioning().minus(sinceWanted), limits))
              .orElseGet(() -> inForce(reach));
    };
  }

  private static Step inForce(Reach reach) {
    return new Step.Settle(
        reach.refusal().<Status>map(Status.Failed::new).orElseGet(Status.Active::new));
  }

  private static Step await(Resource<?> behind, Duration left, Limits limits) {
    if (!left.isPositive()) {
      return new Step.Settle(new Status.Failed(late(behind)));
    }
    return new Step.Wait(
        left.compareTo(limits.driftLook()) < 0 ? left : limits.driftLook(), waitsFor(behind));
  }

  private static String waitsFor(Resource<?> behind) {
    return behind.ref() + " does not know it yet";
  }

  private static Problem late(Resource<?> behind) {
    String reason =
        Optional.ofNullable(behind.trouble())
            .map(trouble -> trouble.problem().description())
            .orElse("its Redis was not told in time.");
    return new Problem(
        ProblemType.ACL_GENERAL_ERROR,
        "Not in force on %s yet, which is tried again and again: %s"
            .formatted(behind.ref(), reason));
  }
}
