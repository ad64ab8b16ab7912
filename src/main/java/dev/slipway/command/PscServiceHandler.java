package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_OSS_CLUSTER_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.PSC_CLOUD_PROVIDER_IS_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.PSC_SERVICE_ALREADY_EXISTS;
import static dev.slipway.model.ProblemType.PSC_SERVICE_CANNOT_DELETE_SERVICE_WITH_ACTIVE_ENDPOINTS;

import dev.slipway.model.Course;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Kind;
import dev.slipway.model.PscCommand.CreatePscService;
import dev.slipway.model.PscCommand.DeletePscService;
import dev.slipway.model.PscCommand.ReadPscService;
import dev.slipway.model.PscFinding.PscService;
import dev.slipway.model.PscServiceSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec.Provider;
import java.time.Duration;
import java.util.List;

/// Tells of Private Service Connect, makes and removes it: one at each end of a subscription at
/// Google (api-rules 6).
///
/// @param stop how long it waits in each of its states
record PscServiceHandler(PscRows rows, Duration stop) {
  Outcome read(ReadPscService command, Turn turn) {
    var subscription = rows.subscription(command.place(), Siblings.READ_PSC, turn);
    var service =
        rows.service(command.place(), turn).orElseThrow(() -> PscRows.noService(subscription));
    String region = rows.places().regionName(command.place(), subscription.spec());
    var elapsed = Duration.between(service.wantedAt(), turn.now());
    var found =
        new PscService(
            service.id(),
            hostName(service.id(), region),
            attachmentName(service.id(), region),
            service.spec().course().word(service.status(), elapsed, stop));
    return new Outcome.Accepted(service.id(), found);
  }

  Outcome create(CreatePscService command, Turn turn) {
    var subscription = rows.subscription(command.place(), Siblings.CREATE_PSC, turn);
    Places.at(Provider.GCP, subscription, PSC_CLOUD_PROVIDER_IS_NOT_SUPPORTED);
    StatusRules.active(subscription, turn);
    if (rows.service(command.place(), turn).filter(Places::stays).isPresent()) {
      throw new Refused(
          PSC_SERVICE_ALREADY_EXISTS,
          "The %s has Private Service Connect already.".formatted(subscription.ref()));
    }
    withoutClusterApi(turn.databasesOf(subscription));
    var spec = new PscServiceSpec(command.place(), Course.PSC_SERVICE_ASKED_FOR);
    int id = turn.tx().ids().next(Kind.PSC_SERVICE);
    turn.tx()
        .pscServices()
        .add(turn.account(), id, subscription.id(), spec, spec.course().start(), turn.now());
    return Outcome.Accepted.resource(id);
  }

  private static void withoutClusterApi(List<Resource<DatabaseSpec>> databases) {
    databases.stream()
        .filter(database -> database.spec().topology().ossClusterApi())
        .findFirst()
        .ifPresent(
            database -> {
              throw new Refused(
                  DATABASE_OSS_CLUSTER_NOT_SUPPORTED,
                  "The %s has supportOSSClusterApi true, and Private Service Connect cannot lead to it."
                      .formatted(database.ref()),
                  "Turn it off first.");
            });
  }

  /// Endpoints that are not in use go with it.
  Outcome delete(DeletePscService command, Turn turn) {
    var subscription = rows.subscription(command.place(), Siblings.DELETE_PSC, turn);
    var service =
        rows.service(command.place(), turn)
            .filter(Places::stays)
            .orElseThrow(() -> PscRows.noService(subscription));
    checkUnused(service, turn);
    PscRows.endpoints(service, turn)
        .forEach(
            endpoint ->
                turn.tx()
                    .pscEndpoints()
                    .want(
                        endpoint,
                        endpoint.spec().on(Course.PSC_ENDPOINT_DELETED),
                        new Status.Deleting(),
                        turn.now()));
    turn.tx()
        .pscServices()
        .want(
            service,
            service.spec().on(Course.PSC_SERVICE_DELETED),
            new Status.Deleting(),
            turn.now());
    return Outcome.Accepted.resource(service.id());
  }

  private static void checkUnused(Resource<PscServiceSpec> service, Turn turn) {
    PscRows.endpoints(service, turn).stream()
        .filter(endpoint -> endpoint.status() instanceof Status.Active)
        .findFirst()
        .ifPresent(
            endpoint -> {
              throw new Refused(
                  PSC_SERVICE_CANNOT_DELETE_SERVICE_WITH_ACTIVE_ENDPOINTS,
                  "The %s is active.".formatted(endpoint.ref()),
                  "Delete it first.");
            });
  }

  /// A name that nobody answers to.
  static String hostName(int serviceId, String region) {
    return "psc-%s.%s.slipway.invalid".formatted(serviceId, region);
  }

  /// As Google would spell it.
  static String attachmentName(int serviceId, String region) {
    return "projects/slipway-emulated/regions/%s/serviceAttachments/psc-%s"
        .formatted(region, serviceId);
  }
}
