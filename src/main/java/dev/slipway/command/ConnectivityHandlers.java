package dev.slipway.command;

import dev.slipway.model.Catalogue;
import dev.slipway.model.PeeringCommand;
import dev.slipway.model.PrivateLinkCommand;
import dev.slipway.model.PscCommand;
import dev.slipway.model.TransitGatewayCommand;
import java.time.Duration;

/// The handlers of what connects a subscription with networks outside.
final class ConnectivityHandlers {
  private final PeeringHandler peerings;
  private final PscServiceHandler pscServices;
  private final PscEndpointHandler pscEndpoints;
  private final PscScriptHandler pscScripts;
  private final TransitGatewayHandler gateways;
  private final TgwInvitationHandler invitations;
  private final TgwAttachmentHandler attachments;
  private final PrivateLinkHandler links;
  private final LinkPrincipalHandler principals;
  private final LinkConnectionHandler connections;
  private final LinkScriptHandler linkScripts;

  /// @param stop how long what is emulated waits in each of its states
  /// @param host of the databases
  ConnectivityHandlers(Catalogue catalogue, Duration stop, String host) {
    this.peerings = new PeeringHandler(catalogue);
    var psc = PscRows.of(catalogue);
    this.pscServices = new PscServiceHandler(psc, stop);
    this.pscEndpoints = new PscEndpointHandler(psc);
    this.pscScripts = new PscScriptHandler(psc);
    var gateway = GatewayRows.of(catalogue);
    this.gateways = new TransitGatewayHandler(gateway);
    this.invitations = new TgwInvitationHandler(gateway);
    this.attachments = new TgwAttachmentHandler(gateway);
    var link = LinkRows.of(catalogue);
    var linkFound = new LinkFound(link.places(), host);
    this.links = new PrivateLinkHandler(link, linkFound);
    this.principals = new LinkPrincipalHandler(link);
    this.connections = new LinkConnectionHandler(link);
    this.linkScripts = new LinkScriptHandler(link, linkFound);
  }

  Outcome run(PeeringCommand command, Turn turn) {
    return switch (command) {
      case PeeringCommand.ReadPeering read -> peerings.read(read, turn);
      case PeeringCommand.CreatePeering create -> peerings.create(create, turn);
      case PeeringCommand.UpdatePeering update -> peerings.update(update, turn);
      case PeeringCommand.DeletePeering delete -> peerings.delete(delete, turn);
    };
  }

  Outcome run(PscCommand command, Turn turn) {
    return switch (command) {
      case PscCommand.ReadPscService read -> pscServices.read(read, turn);
      case PscCommand.CreatePscService create -> pscServices.create(create, turn);
      case PscCommand.DeletePscService delete -> pscServices.delete(delete, turn);
      case PscCommand.ReadPscEndpoint read -> pscEndpoints.read(read, turn);
      case PscCommand.CreatePscEndpoint create -> pscEndpoints.create(create, turn);
      case PscCommand.UpdatePscEndpoint update -> pscEndpoints.update(update, turn);
      case PscCommand.DeletePscEndpoint delete -> pscEndpoints.delete(delete, turn);
      case PscCommand.ReadPscScript read -> pscScripts.read(read, turn);
    };
  }

  Outcome run(TransitGatewayCommand command, Turn turn) {
    return switch (command) {
      case TransitGatewayCommand.ReadTransitGateway read -> gateways.read(read, turn);
      case TransitGatewayCommand.ReadTgwInvitation read -> invitations.read(read, turn);
      case TransitGatewayCommand.AcceptTgwInvitation accept -> invitations.accept(accept, turn);
      case TransitGatewayCommand.RejectTgwInvitation reject -> invitations.reject(reject, turn);
      case TransitGatewayCommand.CreateTgwAttachment create -> attachments.create(create, turn);
      case TransitGatewayCommand.UpdateTgwAttachment update -> attachments.update(update, turn);
      case TransitGatewayCommand.DeleteTgwAttachment delete -> attachments.delete(delete, turn);
    };
  }

  Outcome run(PrivateLinkCommand command, Turn turn) {
    return switch (command) {
      case PrivateLinkCommand.ReadPrivateLink read -> links.read(read, turn);
      case PrivateLinkCommand.CreatePrivateLink create -> links.create(create, turn);
      case PrivateLinkCommand.DeletePrivateLink delete -> links.delete(delete, turn);
      case PrivateLinkCommand.CreateLinkPrincipal create -> principals.create(create, turn);
      case PrivateLinkCommand.DeleteLinkPrincipal delete -> principals.delete(delete, turn);
      case PrivateLinkCommand.DisassociateLinkConnection cut -> connections.disassociate(cut, turn);
      case PrivateLinkCommand.ReadLinkScript read -> linkScripts.read(read, turn);
    };
  }
}
