package dev.slipway.command;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import java.time.Duration;
import java.time.Instant;

/// In which status a resource may be written to (architecture 5a, api-rules 6.1).
///
/// @param provisioning how long a creation or change may take; what is still at it then may be
///   deleted
record StatusRules(Duration provisioning) {
  /// Refuses with SUBSCRIPTION_NOT_ACTIVE or DATABASE_NOT_ACTIVE.
  static void active(Resource<?> resource, Turn turn) {
    if (!(resource.status() instanceof Status.Active)) {
      throw notActive(resource, turn, "Wait until it is active, then send the request again.");
    }
  }

  /// What is active may be changed, and what is in error: the change may be what heals it. Refuses
  /// with SUBSCRIPTION_NOT_ACTIVE or DATABASE_NOT_ACTIVE.
  static void changeable(Resource<?> resource, Turn turn) {
    if (!(resource.status() instanceof Status.Failed)) {
      active(resource, turn);
    }
  }

  /// A subscription is not written to while one of its databases comes about or changes; one in
  /// error may stay so for long, and does not count. Refuses with
  /// SUBSCRIPTION_CONTAINS_NON_ACTIVE_DATABASE.
  static void settled(Resource<DatabaseSpec> database, Turn turn) {
    if (database.status() instanceof Status.Pending
        || database.status() instanceof Status.Changing) {
      throw new Refused(
          ProblemType.SUBSCRIPTION_CONTAINS_NON_ACTIVE_DATABASE,
          state(database, turn),
          "Wait until it is active, then send the request again.");
    }
  }

  /// What is active or in error may be deleted, and what has been pending for too long. Refuses
  /// with SUBSCRIPTION_NOT_ACTIVE or DATABASE_NOT_ACTIVE.
  void deletable(Resource<?> resource, Turn turn) {
    switch (resource.status()) {
      case Status.Active _, Status.Failed _ -> {}
      case Status.Deleting _ ->
          throw notActive(resource, turn, "It is gone when a GET answers 404.");
      case Status.Pending _, Status.Changing _ -> {
        Instant deadline = resource.wantedAt().plus(provisioning);
        if (turn.now().isBefore(deadline) && !awaitsKey(resource)) {
          throw notActive(
              resource, turn, "It can be deleted when it is active, or after " + deadline + ".");
        }
      }
    }
  }

  /// Nothing is under way then but the user's own decision.
  private static boolean awaitsKey(Resource<?> resource) {
    return resource.spec() instanceof SubscriptionSpec subscription && subscription.awaitsKey();
  }

  private static Refused notActive(Resource<?> resource, Turn turn, String next) {
    var type =
        switch (resource.ref().kind()) {
          case SUBSCRIPTION -> ProblemType.SUBSCRIPTION_NOT_ACTIVE;
          case DATABASE -> ProblemType.DATABASE_NOT_ACTIVE;
          case REDIS_RULE -> ProblemType.ACL_REDIS_RULE_NOT_ACTIVE;
          case ACL_ROLE -> ProblemType.ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_UPDATED;
          case ACL_USER -> ProblemType.ACL_GENERAL_ERROR;
          case CLOUD_ACCOUNT -> ProblemType.CLOUD_ACCOUNT_NOT_ACTIVE;
          case VPC_PEERING -> ProblemType.VPC_PEERING_NOT_ACTIVE;
          case PSC_SERVICE -> ProblemType.PSC_SERVICE_NOT_ACTIVE;
          case PSC_ENDPOINT -> ProblemType.PSC_ENDPOINT_NOT_ACTIVE;
          case TRANSIT_GATEWAY -> ProblemType.TGW_DOES_NOT_EXIST;
          case TGW_ATTACHMENT -> ProblemType.TGW_ATTACHMENT_IS_NOT_ACTIVE;
          case PRIVATE_LINK, LINK_PRINCIPAL -> ProblemType.PRIVATE_LINK_SERVICE_ERROR;
        };
    return new Refused(type, state(resource, turn), next);
  }

  private static String state(Resource<?> resource, Turn turn) {
    return "The %s is %s%s."
        .formatted(resource.ref(), describe(resource.status()), turn.cause(resource));
  }

  private static String describe(Status status) {
    return switch (status) {
      case Status.Pending(var reason) -> "pending (" + reason + ")";
      case Status.Changing(var reason) -> "being changed (" + reason + ")";
      case Status.Active _ -> "active";
      case Status.Deleting _ -> "being deleted";
      case Status.Failed(var problem) -> "in error (" + problem.description() + ")";
    };
  }
}
