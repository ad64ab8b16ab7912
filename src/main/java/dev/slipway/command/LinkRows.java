package dev.slipway.command;

import static dev.slipway.model.ProblemType.PRIVATE_LINK_NOT_FOUND;

import dev.slipway.model.Catalogue;
import dev.slipway.model.LinkPrincipalSpec;
import dev.slipway.model.Place;
import dev.slipway.model.PrivateLinkSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.SubscriptionSpec;
import java.util.List;
import java.util.Optional;

/// Finds the rows of PrivateLinks that commands name.
record LinkRows(Places places) {
  /// In the regions of this catalogue.
  static LinkRows of(Catalogue catalogue) {
    return new LinkRows(new Places(catalogue));
  }

  /// The subscription; a region that it does not have has no link either.
  Resource<SubscriptionSpec> subscription(Place place, Siblings operation, Turn turn) {
    return places.subscription(place, operation, PRIVATE_LINK_NOT_FOUND, turn);
  }

  /// The link at that end, if there is one; also while it is being taken down.
  static Optional<Resource<PrivateLinkSpec>> find(Place place, Turn turn) {
    return Places.of(turn.tx().privateLinks(), place).reduce((_, last) -> last);
  }

  /// The link at that end. Refuses with PRIVATE_LINK_NOT_FOUND.
  Resource<PrivateLinkSpec> link(Place place, Siblings operation, Turn turn) {
    var subscription = subscription(place, operation, turn);
    return find(place, turn)
        .filter(Places::stays)
        .orElseThrow(
            () ->
                new Refused(
                    PRIVATE_LINK_NOT_FOUND,
                    "The %s has no PrivateLink there.".formatted(subscription.ref()),
                    "POST to its private-link makes one."));
  }

  /// All who may connect, or could until a moment ago.
  static List<Resource<LinkPrincipalSpec>> principals(Resource<PrivateLinkSpec> link, Turn turn) {
    int subscription = link.spec().place().subscriptionId();
    return turn.tx().linkPrincipals().under(subscription, 0, Integer.MAX_VALUE).stream()
        .filter(row -> row.spec().linkId() == link.id())
        .toList();
  }

  /// Who may connect under this name.
  static Optional<Resource<LinkPrincipalSpec>> principal(
      Resource<PrivateLinkSpec> link, String name, Turn turn) {
    return principals(link, turn).stream()
        .filter(row -> Places.stays(row) && row.spec().name().equals(name))
        .findFirst();
  }

  /// How the other side would name the connection of a principal.
  static String associationId(Resource<LinkPrincipalSpec> principal) {
    return "snra-%017x".formatted(principal.id());
  }
}
