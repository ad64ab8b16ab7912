package dev.slipway.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The peerings of a subscription, as a task found them (api-rules 1.7). Fields of the other cloud
/// are null.
public sealed interface Peerings extends EmulatedFinding {
  /// One block of a network.
  ///
  /// @param active the status of the way to it
  record Block(String vpcCidr, String active) {}

  /// Those of a single-region subscription.
  record PeeringList(List<Peering> peerings) implements Peerings {}

  /// One of them.
  record Peering(
      int vpcPeeringId,
      String status,
      @Nullable String awsAccountId,
      @Nullable String awsPeeringUid,
      @Nullable String vpcUid,
      @Nullable String vpcCidr,
      @Nullable List<Block> vpcCidrs,
      @Nullable String regionName,
      @Nullable String projectUid,
      @Nullable String networkName,
      @Nullable String redisProjectUid,
      @Nullable String redisNetworkName,
      @Nullable String cloudPeeringId) {}

  /// Those of an Active-Active subscription.
  record RegionalPeeringList(int subscriptionId, List<PeeringRegion> regions) implements Peerings {}

  /// Those of one region.
  record PeeringRegion(int id, String region, List<RegionalPeering> vpcPeerings) {}

  /// One of them.
  ///
  /// @param regionName where the user's network lies
  record RegionalPeering(
      int id,
      String status,
      int regionId,
      @Nullable String regionName,
      @Nullable String awsAccountId,
      @Nullable String awsPeeringUid,
      @Nullable String vpcUid,
      @Nullable String vpcCidr,
      @Nullable List<Block> vpcCidrs,
      @Nullable String vpcProjectUid,
      @Nullable String vpcNetworkName,
      @Nullable String redisProjectUid,
      @Nullable String redisNetworkName,
      @Nullable String cloudPeeringId,
      String sourceRegion,
      @Nullable String destinationRegion) {}
}
