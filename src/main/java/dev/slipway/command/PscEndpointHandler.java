package dev.slipway.command;

import static dev.slipway.model.ProblemType.PSC_ENDPOINT_ALREADY_EXISTS;
import static dev.slipway.model.ProblemType.PSC_ENDPOINT_CANNOT_BE_DELETED_WITHOUT_DELETION_SCRIPT;
import static dev.slipway.model.ProblemType.PSC_ENDPOINT_INVALID_CONNECTION_NAME;
import static dev.slipway.model.ProblemType.PSC_ENDPOINT_INVALID_GCP_PROJECT_ID;
import static dev.slipway.model.ProblemType.PSC_ENDPOINT_INVALID_VPC_NAME;
import static dev.slipway.model.ProblemType.PSC_ENDPOINT_INVALID_VPC_SUBNET_NAME;
import static dev.slipway.model.ProblemType.PSC_ENDPOINT_NOT_ACTIVE;
import static dev.slipway.model.ProblemType.PSC_ENDPOINT_NOT_CREATED_OR_DELETED;
import static dev.slipway.model.ProblemType.PSC_UPDATE_ENDPOINT_REQUEST_CANNOT_HAVE_BOTH_ACTION_AND_OTHER_FIELDS;
import static dev.slipway.model.ProblemType.PSC_UPDATE_ENDPOINT_REQUEST_CANNOT_UPDATE_INITIALIZED_ENDPOINT;

import dev.slipway.model.Course;
import dev.slipway.model.Kind;
import dev.slipway.model.ProblemType;
import dev.slipway.model.PscCommand.Action;
import dev.slipway.model.PscCommand.CreatePscEndpoint;
import dev.slipway.model.PscCommand.DeletePscEndpoint;
import dev.slipway.model.PscCommand.NetworkChange;
import dev.slipway.model.PscCommand.ReadPscEndpoint;
import dev.slipway.model.PscCommand.UpdatePscEndpoint;
import dev.slipway.model.PscEndpointSpec;
import dev.slipway.model.PscEndpointSpec.Network;
import dev.slipway.model.PscFinding.PscEndpoint;
import dev.slipway.model.PscFinding.PscEndpointList;
import dev.slipway.model.PscServiceSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;

/// Tells of the endpoints of Private Service Connect, describes, accepts, changes and removes them
/// (api-rules 6).
record PscEndpointHandler(PscRows rows) {
  private static final int MOST_ENDPOINTS = 40;

  Outcome read(ReadPscEndpoint command, Turn turn) {
    var service = rows.service(command.place(), Siblings.READ_PSC, command.serviceId(), turn);
    var endpoints =
        PscRows.endpoints(service, turn).stream().map(PscEndpointHandler::found).toList();
    return new Outcome.Accepted(service.id(), new PscEndpointList(service.id(), endpoints));
  }

  Outcome create(CreatePscEndpoint command, Turn turn) {
    var service =
        rows.service(command.place(), Siblings.CREATE_PSC_ENDPOINT, command.serviceId(), turn);
    StatusRules.active(service, turn);
    check(command.network(), 0, service, turn);
    if (PscRows.endpoints(service, turn).size() >= MOST_ENDPOINTS) {
      throw new Refused(
          PSC_ENDPOINT_NOT_CREATED_OR_DELETED,
          "The %s has %s endpoints, which is the most.".formatted(service.ref(), MOST_ENDPOINTS),
          "Delete one first.");
    }
    var spec =
        new PscEndpointSpec(
            command.place(), Course.PSC_ENDPOINT_DESCRIBED, service.id(), command.network(), false);
    int id = turn.tx().ids().next(Kind.PSC_ENDPOINT);
    turn.tx()
        .pscEndpoints()
        .add(
            turn.account(),
            id,
            command.place().subscriptionId(),
            spec,
            spec.course().start(),
            turn.now());
    return Outcome.Accepted.resource(id);
  }

  Outcome update(UpdatePscEndpoint command, Turn turn) {
    var service =
        rows.service(command.place(), Siblings.UPDATE_PSC_ENDPOINT, command.serviceId(), turn);
    var endpoint = PscRows.endpoint(service, command.endpointId(), turn);
    Action action = command.action();
    boolean changes = !command.change().equals(NetworkChange.NONE);
    if (action != null && changes) {
      throw new Refused(
          PSC_UPDATE_ENDPOINT_REQUEST_CANNOT_HAVE_BOTH_ACTION_AND_OTHER_FIELDS,
          "Send action alone, or the fields that change.");
    }
    demandBuilt(endpoint);
    if (action != null) {
      answer(endpoint, action, turn);
    } else if (changes) {
      var network = command.change().of(endpoint.spec().network());
      check(network, endpoint.id(), service, turn);
      turn.tx().pscEndpoints().describe(endpoint, endpoint.spec().with(network));
    }
    return Outcome.Accepted.resource(endpoint.id());
  }

  /// What was only described goes at once, and what was rejected or failed. For all else the script
  /// that takes it down must have been fetched, and so is taken for run.
  Outcome delete(DeletePscEndpoint command, Turn turn) {
    var service =
        rows.service(command.place(), Siblings.DELETE_PSC_ENDPOINT, command.serviceId(), turn);
    var endpoint = PscRows.endpoint(service, command.endpointId(), turn);
    boolean unused = described(endpoint) || endpoint.status() instanceof Status.Failed;
    if (!unused && !endpoint.spec().takenDown()) {
      throw new Refused(
          PSC_ENDPOINT_CANNOT_BE_DELETED_WITHOUT_DELETION_SCRIPT,
          "The %s is in use.".formatted(endpoint.ref()),
          "Get its deletion script first.");
    }
    turn.tx()
        .pscEndpoints()
        .want(
            endpoint,
            endpoint.spec().on(Course.PSC_ENDPOINT_DELETED),
            new Status.Deleting(),
            turn.now());
    return Outcome.Accepted.resource(endpoint.id());
  }

  private static void answer(Resource<PscEndpointSpec> endpoint, Action action, Turn turn) {
    boolean waits = endpoint.status().equals(Course.PSC_ENDPOINT_BUILT.end());
    boolean active = endpoint.status() instanceof Status.Active;
    if (active && action == Action.ACCEPT) {
      return;
    }
    if (!waits && !active) {
      throw new Refused(
          PSC_ENDPOINT_NOT_ACTIVE,
          "The %s is %s, and does not wait for an answer."
              .formatted(endpoint.ref(), endpoint.spec().course().word(endpoint.status())));
    }
    var course =
        switch (action) {
          case ACCEPT -> Course.PSC_ENDPOINT_ACCEPTED;
          case REJECT -> Course.PSC_ENDPOINT_REJECTED;
        };
    turn.tx().pscEndpoints().want(endpoint, endpoint.spec().on(course), course.start(), turn.now());
  }

  private static void demandBuilt(Resource<PscEndpointSpec> endpoint) {
    if (described(endpoint)) {
      throw new Refused(
          PSC_UPDATE_ENDPOINT_REQUEST_CANNOT_UPDATE_INITIALIZED_ENDPOINT,
          "The %s is only described yet.".formatted(endpoint.ref()),
          "Run its creation script first.");
    }
  }

  static boolean described(Resource<PscEndpointSpec> endpoint) {
    return endpoint.spec().course() == Course.PSC_ENDPOINT_DESCRIBED;
  }

  private static void check(
      Network network, int except, Resource<PscServiceSpec> service, Turn turn) {
    demand(network.projectId(), "gcpProjectId", PSC_ENDPOINT_INVALID_GCP_PROJECT_ID);
    demand(network.vpcName(), "gcpVpcName", PSC_ENDPOINT_INVALID_VPC_NAME);
    demand(network.vpcSubnetName(), "gcpVpcSubnetName", PSC_ENDPOINT_INVALID_VPC_SUBNET_NAME);
    demand(
        network.connectionName(), "endpointConnectionName", PSC_ENDPOINT_INVALID_CONNECTION_NAME);
    for (Resource<PscEndpointSpec> other : PscRows.endpoints(service, turn)) {
      if (other.id() != except && other.spec().network().equals(network)) {
        throw new Refused(
            PSC_ENDPOINT_ALREADY_EXISTS, "The %s is the same.".formatted(other.ref()));
      }
    }
  }

  /// Names at Google; they become part of a script.
  private static void demand(String name, String field, ProblemType type) {
    if (!name.matches("[a-zA-Z0-9._:-]+")) {
      throw new Refused(
          type,
          "%s must be a name of letters, digits, dots, colons and dashes, not %s."
              .formatted(field, Words.quoted(name)));
    }
  }

  private static PscEndpoint found(Resource<PscEndpointSpec> row) {
    Network network = row.spec().network();
    return new PscEndpoint(
        row.id(),
        network.projectId(),
        network.vpcName(),
        network.vpcSubnetName(),
        network.connectionName(),
        row.spec().course().word(row.status()));
  }
}
