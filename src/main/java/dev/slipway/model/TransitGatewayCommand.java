package dev.slipway.model;

import java.util.List;

/// What can be asked of Transit Gateways.
public sealed interface TransitGatewayCommand extends Command {
  /// Which end of which subscription.
  Place place();

  /// Tell of all gateways.
  record ReadTransitGateway(Place place) implements TransitGatewayCommand {}

  /// Tell of all invitations to share a gateway.
  record ReadTgwInvitation(Place place) implements TransitGatewayCommand {}

  /// Accept an invitation.
  record AcceptTgwInvitation(Place place, int invitationId) implements TransitGatewayCommand {}

  /// Reject an invitation.
  record RejectTgwInvitation(Place place, int invitationId) implements TransitGatewayCommand {}

  /// Hang the subscription on a gateway.
  record CreateTgwAttachment(Place place, int gatewayId) implements TransitGatewayCommand {}

  /// Replace the blocks that are reached through a gateway.
  record UpdateTgwAttachment(Place place, int gatewayId, List<String> cidrs)
      implements TransitGatewayCommand {}

  /// Take the subscription off a gateway.
  record DeleteTgwAttachment(Place place, int gatewayId) implements TransitGatewayCommand {}
}
