package dev.slipway.model;

/// One endpoint in a network of the user's, to be made by a script there.
///
/// @param serviceId what it connects to
/// @param takenDown whether the script that takes it down was fetched, and so is taken for run
public record PscEndpointSpec(
    Place place, Course course, int serviceId, Network network, boolean takenDown)
    implements EmulatedSpec {
  /// Where it is to be.
  ///
  /// @param connectionName what the names of the connections begin with
  public record Network(
      String projectId, String vpcName, String vpcSubnetName, String connectionName) {}

  @Override
  public String name() {
    return network.connectionName();
  }

  @Override
  public PscEndpointSpec on(Course next) {
    return new PscEndpointSpec(place, next, serviceId, network, takenDown);
  }

  /// The same elsewhere.
  public PscEndpointSpec with(Network other) {
    return new PscEndpointSpec(place, course, serviceId, other, takenDown);
  }

  /// The same after the script that takes it down.
  public PscEndpointSpec takenDownByScript() {
    return new PscEndpointSpec(place, course, serviceId, network, true);
  }
}
