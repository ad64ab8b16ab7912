package dev.slipway.api.subscription;

import dev.slipway.api.http.Link;
import java.util.List;

/// The regions of an Active-Active subscription (api-rules 3.4, client-contract 3.5), in the order
/// of their names.
public record RegionsView(int subscriptionId, List<Region> regions, List<Link> links) {
  /// One region.
  ///
  /// @param regionId its number in the catalogue
  /// @param deploymentCidr spelled like this here, and `deploymentCIDR` elsewhere
  /// @param vpcId the one that was given, or an invented one: clients demand that there is one
  public record Region(
      int regionId,
      String region,
      String deploymentCidr,
      String vpcId,
      List<Database> databases,
      List<Link> links) {}

  /// What a database bears there.
  public record Database(
      int databaseId,
      String databaseName,
      long readOperationsPerSecond,
      long writeOperationsPerSecond,
      String respVersion,
      List<Link> links) {}
}
