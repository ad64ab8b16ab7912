package dev.slipway.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A VPC peering: a network of the user's, at AWS or at Google, that is to reach a subscription.
///
/// @param vpc at AWS; else null
/// @param network at Google; else null
public record PeeringSpec(Place place, Course course, @Nullable Vpc vpc, @Nullable Network network)
    implements EmulatedSpec {
  /// A network at AWS.
  ///
  /// @param region where it lies
  /// @param cidrs its blocks, one to five
  public record Vpc(String region, String awsAccountId, String vpcId, List<String> cidrs) {}

  /// A network at Google.
  public record Network(String projectUid, String name) {}

  @Override
  public String name() {
    return vpc != null ? vpc.vpcId() : network != null ? network.name() : "";
  }

  /// The account or project that the network is in.
  public String owner() {
    return vpc != null ? vpc.awsAccountId() : network != null ? network.projectUid() : "";
  }

  @Override
  public PeeringSpec on(Course next) {
    return new PeeringSpec(place, next, vpc, network);
  }

  /// The same network with other blocks.
  public PeeringSpec with(Vpc changed) {
    return new PeeringSpec(place, course, changed, network);
  }
}
