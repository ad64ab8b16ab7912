package dev.slipway.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be asked of VPC peerings.
public sealed interface PeeringCommand extends Command {
  /// Which end of which subscription.
  Place place();

  /// What a body asks for, with everything that it may leave out.
  ///
  /// @param provider `aws` or `gcp` in any case; null to tell by the fields
  /// @param sourceRegion the end of an Active-Active subscription
  /// @param region where the user's network lies
  record Peer(
      @Nullable String provider,
      @Nullable String sourceRegion,
      @Nullable String region,
      @Nullable String awsAccountId,
      @Nullable String vpcId,
      Blocks blocks,
      @Nullable String projectUid,
      @Nullable String networkName) {}

  /// One block, or several.
  record Blocks(@Nullable String vpcCidr, @Nullable List<String> vpcCidrs) {}

  /// Tell of all peerings.
  record ReadPeering(Place place) implements PeeringCommand {}

  /// Make a peering.
  record CreatePeering(Place place, Peer peer) implements PeeringCommand {}

  /// Replace the blocks of a network.
  record UpdatePeering(Place place, int peeringId, Blocks blocks) implements PeeringCommand {}

  /// Remove a peering.
  record DeletePeering(Place place, int peeringId) implements PeeringCommand {}
}
