package dev.slipway.command;

import dev.slipway.model.Catalogue;
import dev.slipway.model.EmulatedSpec;
import dev.slipway.model.Place;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.SubscriptionSpec.Provider;
import dev.slipway.store.Resources;
import java.util.Optional;
import java.util.stream.Stream;

/// The ends of subscriptions that something can be connected to.
record Places(Catalogue catalogue) {
  /// The subscription of a path, which must be of the type that the path is for, and have the
  /// region that it names. Refuses with SUBSCRIPTION_NOT_FOUND, the type of the operation, and the
  /// one for an unknown region.
  Resource<SubscriptionSpec> subscription(
      Place place, Siblings operation, ProblemType unknownRegion, Turn turn) {
    var subscription = turn.subscription(place.subscriptionId());
    boolean activeActive = subscription.spec().activeActive();
    if (activeActive != place.activeActive()) {
      throw new Refused(
          operation.refusing(activeActive),
          "The %s is %s.".formatted(subscription.ref(), activeActive ? "Active-Active" : "not"),
          activeActive ? "Use the paths below /regions." : "Use the paths without /regions.");
    }
    Integer region = place.regionId();
    if (region != null && regionOf(subscription.spec(), region).isEmpty()) {
      throw new Refused(
          unknownRegion,
          "The %s has no region %s.".formatted(subscription.ref(), region),
          "GET /regions lists the numbers of regions.");
    }
    return subscription;
  }

  /// What there is at one end, the oldest first; also what is being taken down.
  static <S extends EmulatedSpec> Stream<Resource<S>> of(Resources<S> rows, Place place) {
    return rows.under(place.subscriptionId(), 0, Integer.MAX_VALUE).stream()
        .filter(row -> row.spec().place().equals(place));
  }

  /// Refuses a subscription at another cloud.
  static void at(Provider provider, Resource<SubscriptionSpec> subscription, ProblemType type) {
    if (subscription.spec().provider() != provider) {
      throw new Refused(
          type,
          "The %s is at %s, and this is for %s."
              .formatted(subscription.ref(), subscription.spec().provider(), provider));
    }
  }

  /// The region of the subscription that has this number.
  Optional<Catalogue.Region> regionOf(SubscriptionSpec subscription, int regionId) {
    return subscription.regions().stream()
        .flatMap(region -> catalogue.region(subscription.provider(), region.region()).stream())
        .filter(region -> region.id() == regionId)
        .findFirst();
  }

  /// The name of the region at that end.
  String regionName(Place place, SubscriptionSpec subscription) {
    return Optional.ofNullable(place.regionId())
        .flatMap(id -> regionOf(subscription, id))
        .map(Catalogue.Region::name)
        .orElseGet(() -> subscription.regions().getFirst().region());
  }

  /// Whether it is there: what is being deleted is gone already for whoever asks.
  static boolean stays(Resource<?> row) {
    return !(row.status() instanceof Status.Deleting);
  }
}
