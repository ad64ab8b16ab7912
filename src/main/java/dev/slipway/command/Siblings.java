package dev.slipway.command;

import dev.slipway.model.ProblemType;

/// An operation that has two paths, one for each type of subscription, and how each refuses the
/// other type (api-rules 5.4).
///
/// The types are the API's, which has none of its own for some of the questions.
enum Siblings {
  READ_PEERINGS(
      ProblemType.GETTING_SINGLE_REGION_VPC_PEERINGS_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION,
      ProblemType
          .GETTING_ACTIVE_ACTIVE_SUBSCRIPTION_VPC_PEERINGS_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION),
  CREATE_PEERING(
      ProblemType
          .CREATING_A_SINGLE_REGION_VPC_PEERING_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION,
      ProblemType
          .CREATING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION),
  UPDATE_PEERING(
      ProblemType
          .UPDATING_A_SINGLE_REGION_VPC_PEERING_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION,
      ProblemType
          .UPDATING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION),
  DELETE_PEERING(
      ProblemType.DELETING_SINGLE_REGION_VPC_PEERING_IS_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION,
      ProblemType
          .DELETING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION);

  private final ProblemType forActiveActive;
  private final ProblemType forSingleRegion;

  /// @param forActiveActive the single-region path refuses an Active-Active subscription with it
  /// @param forSingleRegion the Active-Active path refuses a single-region subscription with it
  Siblings(ProblemType forActiveActive, ProblemType forSingleRegion) {
    this.forActiveActive = forActiveActive;
    this.forSingleRegion = forSingleRegion;
  }

  /// How a subscription of this type is refused by the path of the other.
  ProblemType refusing(boolean activeActive) {
    return activeActive ? forActiveActive : forSingleRegion;
  }
}
