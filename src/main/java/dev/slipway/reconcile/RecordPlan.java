package dev.slipway.reconcile;

import dev.slipway.model.Resource;
import dev.slipway.model.Status;

/// What something needs next that is in force as soon as its row says so, such as a cloud account.
final class RecordPlan {
  private RecordPlan() {}

  static Step next(Resource<?> resource) {
    return switch (resource.status()) {
      case Status.Deleting _ -> new Step.Forget();
      case Status.Pending _, Status.Changing _ -> new Step.Settle(new Status.Active());
      case Status.Active _, Status.Failed _ -> new Step.Settle(resource.status());
    };
  }
}
