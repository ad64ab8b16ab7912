package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_OSS_CLUSTER_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.PSC_ENDPOINT_NOT_FOUND;
import static dev.slipway.model.ProblemType.PSC_SERVICE_NOT_FOUND;

import dev.slipway.model.Catalogue;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Place;
import dev.slipway.model.PscEndpointSpec;
import dev.slipway.model.PscServiceSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.SubscriptionSpec;
import java.util.List;
import java.util.Optional;

/// Finds the rows of Private Service Connect that commands name.
record PscRows(Places places) {
  /// In the regions of this catalogue.
  static PscRows of(Catalogue catalogue) {
    return new PscRows(new Places(catalogue));
  }

  /// The subscription; a region that it does not have has no service either.
  Resource<SubscriptionSpec> subscription(Place place, Siblings operation, Turn turn) {
    return places.subscription(place, operation, PSC_SERVICE_NOT_FOUND, turn);
  }

  /// The service at that end, if there is one; also while it is being taken down.
  Optional<Resource<PscServiceSpec>> service(Place place, Turn turn) {
    return Places.of(turn.tx().pscServices(), place).reduce((_, last) -> last);
  }

  /// The service with this number. Refuses with PSC_SERVICE_NOT_FOUND.
  Resource<PscServiceSpec> service(Place place, Siblings operation, int id, Turn turn) {
    var subscription = subscription(place, operation, turn);
    return service(place, turn)
        .filter(row -> row.id() == id && Places.stays(row))
        .orElseThrow(() -> noService(subscription));
  }

  /// That there is none.
  static Refused noService(Resource<SubscriptionSpec> subscription) {
    return new Refused(
        PSC_SERVICE_NOT_FOUND,
        "The %s has no such Private Service Connect.".formatted(subscription.ref()),
        "POST to its private-service-connect makes one.");
  }

  /// Clients of the cluster API are told addresses that Google's service does not lead to. Refuses
  /// with DATABASE_OSS_CLUSTER_NOT_SUPPORTED (api-rules 4.4).
  static void admits(DatabaseSpec wanted, int subscriptionId, Turn turn) {
    boolean connected =
        turn.tx().pscServices().under(subscriptionId, 0, Integer.MAX_VALUE).stream()
            .anyMatch(Places::stays);
    if (wanted.topology().ossClusterApi() && connected) {
      throw new Refused(
          DATABASE_OSS_CLUSTER_NOT_SUPPORTED,
          "supportOSSClusterApi true does not go with the Private Service Connect of subscription %s."
              .formatted(subscriptionId),
          "Leave it out, or delete the service first.");
    }
  }

  /// The endpoints of a service that stay.
  static List<Resource<PscEndpointSpec>> endpoints(Resource<PscServiceSpec> service, Turn turn) {
    int subscription = service.spec().place().subscriptionId();
    return turn.tx().pscEndpoints().under(subscription, 0, Integer.MAX_VALUE).stream()
        .filter(row -> row.spec().serviceId() == service.id() && Places.stays(row))
        .toList();
  }

  /// One of them. Refuses with PSC_ENDPOINT_NOT_FOUND.
  static Resource<PscEndpointSpec> endpoint(Resource<PscServiceSpec> service, int id, Turn turn) {
    return endpoints(service, turn).stream()
        .filter(row -> row.id() == id)
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    PSC_ENDPOINT_NOT_FOUND,
                    "The %s has no endpoint %s.".formatted(service.ref(), id)));
  }
}
