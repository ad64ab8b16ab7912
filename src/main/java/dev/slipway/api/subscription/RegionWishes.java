package dev.slipway.api.subscription;

import static dev.slipway.api.subscription.SubscriptionWishes.orNone;
import static java.util.Objects.requireNonNullElse;

import dev.slipway.model.Catalogue;
import dev.slipway.model.SubscriptionSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes the model's regions of bodies, with the defaults of api-rules 3.1 and 3.3 filled in.
record RegionWishes(Catalogue catalogue) {
  private static final int MULTIPLE = 3;
  private static final String DEPLOYMENT_CIDR = "192.168.0.0/24";
  private static final CreateSubscriptionBody.Networking NO_NETWORKING =
      new CreateSubscriptionBody.Networking(null, null, null, null);

  /// The region of a single-region subscription: in one zone, unless it asks for several.
  SubscriptionSpec.Region single(
      SubscriptionSpec.Provider provider, CreateSubscriptionBody.Region body) {
    return region(catalogue.region(provider, body.region()), body, false, DEPLOYMENT_CIDR);
  }

  /// A region of an Active-Active subscription: in several zones where it has them, with a network
  /// that must be given.
  SubscriptionSpec.Region oneOfMany(
      SubscriptionSpec.Provider provider, CreateSubscriptionBody.Region body) {
    return oneOfMany(catalogue.region(provider, body.region()), body);
  }

  /// The same where the cloud is not known: no region has the same name in both.
  SubscriptionSpec.Region oneOfMany(CreateSubscriptionBody.Region body) {
    return oneOfMany(
        Stream.of(SubscriptionSpec.Provider.values())
            .flatMap(provider -> catalogue.region(provider, body.region()).stream())
            .findFirst(),
        body);
  }

  private static SubscriptionSpec.Region oneOfMany(
      Optional<Catalogue.Region> known, CreateSubscriptionBody.Region body) {
    boolean several = known.map(region -> region.zones().size() >= MULTIPLE).orElse(false);
    return region(known, body, several, "");
  }

  private static SubscriptionSpec.Region region(
      Optional<Catalogue.Region> known,
      CreateSubscriptionBody.Region body,
      boolean usuallyMultiple,
      String usualCidr) {
    var networking = requireNonNullElse(body.networking(), NO_NETWORKING);
    boolean multiple = requireNonNullElse(body.multipleAvailabilityZones(), usuallyMultiple);
    return new SubscriptionSpec.Region(
        body.region(),
        multiple,
        zones(known, orNone(body.preferredAvailabilityZones()), multiple ? MULTIPLE : 1),
        requireNonNullElse(networking.deploymentCidr(), usualCidr),
        networking.vpcId(),
        orNone(networking.subnetIds()),
        networking.securityGroupId());
  }

  /// The zones that were asked for, or the first ones of the region: answers must name exactly as
  /// many as the subscription uses (client-contract 6, trap 16).
  private static List<String> zones(
      Optional<Catalogue.Region> known, List<String> asked, int count) {
    return asked.isEmpty()
        ? known.map(region -> region.zones().stream().limit(count).toList()).orElse(List.of())
        : asked;
  }
}
