package dev.slipway.model;

import org.jspecify.annotations.Nullable;

/// What can be asked of Private Service Connect.
public sealed interface PscCommand extends Command {
  /// Which end of which subscription.
  Place place();

  /// What the user says to an endpoint that was made.
  enum Action {
    ACCEPT,
    REJECT
  }

  /// Which script.
  enum Script {
    CREATION,
    /// The same, described for Terraform, which makes the endpoint in its own way and time.
    CREATION_BY_TERRAFORM,
    DELETION
  }

  /// Other values for a network; null leaves one as it is.
  record NetworkChange(
      @Nullable String projectId,
      @Nullable String vpcName,
      @Nullable String vpcSubnetName,
      @Nullable String connectionName) {
    /// Nothing changes.
    public static final NetworkChange NONE = new NetworkChange(null, null, null, null);

    /// The network with these values.
    public PscEndpointSpec.Network of(PscEndpointSpec.Network is) {
      return new PscEndpointSpec.Network(
          projectId == null ? is.projectId() : projectId,
          vpcName == null ? is.vpcName() : vpcName,
          vpcSubnetName == null ? is.vpcSubnetName() : vpcSubnetName,
          connectionName == null ? is.connectionName() : connectionName);
    }
  }

  /// Tell of the service.
  record ReadPscService(Place place) implements PscCommand {}

  /// Make the service.
  record CreatePscService(Place place) implements PscCommand {}

  /// Remove the service.
  record DeletePscService(Place place) implements PscCommand {}

  /// Tell of the endpoints of a service.
  record ReadPscEndpoint(Place place, int serviceId) implements PscCommand {}

  /// Describe an endpoint that is to be made.
  record CreatePscEndpoint(Place place, int serviceId, PscEndpointSpec.Network network)
      implements PscCommand {}

  /// Accept or reject an endpoint, or change where it is; not both.
  record UpdatePscEndpoint(
      Place place, int serviceId, int endpointId, @Nullable Action action, NetworkChange change)
      implements PscCommand {}

  /// Remove an endpoint.
  record DeletePscEndpoint(Place place, int serviceId, int endpointId) implements PscCommand {}

  /// Tell a script.
  record ReadPscScript(Place place, int serviceId, int endpointId, Script script)
      implements PscCommand {}
}
