package dev.slipway.command;

import static dev.slipway.model.ProblemType.TGW_CLOUD_PROVIDER_IS_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.TGW_DOES_NOT_EXIST;
import static dev.slipway.model.ProblemType.TGW_REGION_DOES_NOT_EXIST;

import dev.slipway.model.Catalogue;
import dev.slipway.model.Place;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.SubscriptionSpec.Provider;
import dev.slipway.model.TgwAttachmentSpec;
import dev.slipway.model.TransitGatewaySpec;
import java.util.List;

/// Finds the rows of Transit Gateways that commands name.
record GatewayRows(Places places) {
  /// In the regions of this catalogue.
  static GatewayRows of(Catalogue catalogue) {
    return new GatewayRows(new Places(catalogue));
  }

  /// The subscription, which must be at AWS.
  Resource<SubscriptionSpec> subscription(Place place, Siblings operation, Turn turn) {
    var subscription = places.subscription(place, operation, TGW_REGION_DOES_NOT_EXIST, turn);
    Places.at(Provider.AWS, subscription, TGW_CLOUD_PROVIDER_IS_NOT_SUPPORTED);
    return subscription;
  }

  /// The gateways that are shared with that end, whatever was answered.
  static List<Resource<TransitGatewaySpec>> shared(Place place, Turn turn) {
    return Places.of(turn.tx().transitGateways(), place).toList();
  }

  /// One that was accepted. Refuses with TGW_DOES_NOT_EXIST.
  Resource<TransitGatewaySpec> gateway(Place place, Siblings operation, int id, Turn turn) {
    var subscription = subscription(place, operation, turn);
    return shared(place, turn).stream()
        .filter(row -> row.id() == id && row.status() instanceof Status.Active)
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    TGW_DOES_NOT_EXIST,
                    "The %s has no transit gateway %s.".formatted(subscription.ref(), id),
                    "Accept its invitation first."));
  }

  /// The attachments to a gateway that stay, the oldest first; all but the last have failed.
  static List<Resource<TgwAttachmentSpec>> attachments(
      Resource<TransitGatewaySpec> gateway, Turn turn) {
    int subscription = gateway.spec().place().subscriptionId();
    return turn.tx().tgwAttachments().under(subscription, 0, Integer.MAX_VALUE).stream()
        .filter(row -> row.spec().gatewayId() == gateway.id() && Places.stays(row))
        .toList();
  }
}
