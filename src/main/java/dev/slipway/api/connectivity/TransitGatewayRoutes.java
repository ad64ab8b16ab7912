package dev.slipway.api.connectivity;

import dev.slipway.api.http.Call;
import dev.slipway.api.http.Operation;
import dev.slipway.model.Place;
import dev.slipway.model.TransitGatewayCommand.AcceptTgwInvitation;
import dev.slipway.model.TransitGatewayCommand.CreateTgwAttachment;
import dev.slipway.model.TransitGatewayCommand.DeleteTgwAttachment;
import dev.slipway.model.TransitGatewayCommand.ReadTgwInvitation;
import dev.slipway.model.TransitGatewayCommand.ReadTransitGateway;
import dev.slipway.model.TransitGatewayCommand.RejectTgwInvitation;
import dev.slipway.model.TransitGatewayCommand.UpdateTgwAttachment;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The operations on Transit Gateways.
public final class TransitGatewayRoutes {
  private static final Paths SINGLE = new Paths(Places.SUBSCRIPTION, "Tgw", "", Places::single);
  private static final Paths REGIONAL =
      new Paths(Places.REGION, "ActiveActiveTgw", " of one region", Places::region);

  private TransitGatewayRoutes() {}

  /// The operations.
  public static List<Operation> operations() {
    return Stream.of(SINGLE, REGIONAL).flatMap(Paths::operations).toList();
  }

  /// The paths for one type of subscription.
  ///
  /// @param tgw how the names of operations call a gateway
  /// @param where what the summaries add
  private record Paths(String end, String tgw, String where, Function<Call, Place> place) {
    private Stream<Operation> operations() {
      return Stream.concat(
          Stream.of(
              Operation.get(gateways(), "get" + tgw + "s", "Tells of transit gateways" + where)
                  .played()
                  .submits(
                      ReadTransitGateway.class, call -> new ReadTransitGateway(place.apply(call)))),
          Stream.concat(invitations(), attachments()));
    }

    private String gateways() {
      return end + "/transitGateways";
    }

    private Stream<Operation> invitations() {
      String all = gateways() + "/invitations";
      String one = all + "/{tgwInvitationId}";
      return Stream.of(
          Operation.get(all, "get" + tgw + "SharedInvitations", "Tells of shared gateways" + where)
              .played()
              .submits(ReadTgwInvitation.class, call -> new ReadTgwInvitation(place.apply(call))),
          Operation.put(
                  one + "/accept",
                  "accept" + tgw + "ResourceShare",
                  "Accepts a shared gateway" + where)
              .played()
              .submits(
                  AcceptTgwInvitation.class,
                  call -> new AcceptTgwInvitation(place.apply(call), invitationId(call))),
          Operation.put(
                  one + "/reject",
                  "reject" + tgw + "ResourceShare",
                  "Rejects a shared gateway" + where)
              .played()
              .submits(
                  RejectTgwInvitation.class,
                  call -> new RejectTgwInvitation(place.apply(call), invitationId(call))));
    }

    private Stream<Operation> attachments() {
      String one = gateways() + "/{TgwId}/attachment";
      return Stream.of(
          Operation.post(one, "create" + tgw + "Attachment", "Attaches to a gateway" + where)
              .played()
              .submits(
                  CreateTgwAttachment.class,
                  call -> new CreateTgwAttachment(place.apply(call), gatewayId(call))),
          Operation.put(
                  one,
                  "update" + tgw + "AttachmentCidrs",
                  "Sets the blocks behind a gateway" + where)
              .played()
              .takes(TgwCidrsBody.class)
              .submits(
                  UpdateTgwAttachment.class,
                  (call, body) ->
                      new UpdateTgwAttachment(place.apply(call), gatewayId(call), body.cidrs())),
          Operation.delete(one, "delete" + tgw + "Attachment", "Detaches from a gateway" + where)
              .played()
              .submits(
                  DeleteTgwAttachment.class,
                  call -> new DeleteTgwAttachment(place.apply(call), gatewayId(call))));
    }

    private static int gatewayId(Call call) {
      return call.number("TgwId");
    }

    private static int invitationId(Call call) {
      return call.number("tgwInvitationId");
    }
  }
}
