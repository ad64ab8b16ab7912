package dev.slipway.command;

import static dev.slipway.model.ProblemType.TGW_RESOURCE_SHARE_DOES_NOT_EXIST;

import dev.slipway.model.Course;
import dev.slipway.model.Kind;
import dev.slipway.model.Place;
import dev.slipway.model.Resource;
import dev.slipway.model.TransitGatewayCommand.AcceptTgwInvitation;
import dev.slipway.model.TransitGatewayCommand.ReadTgwInvitation;
import dev.slipway.model.TransitGatewayCommand.RejectTgwInvitation;
import dev.slipway.model.TransitGatewayFinding.TgwInvitation;
import dev.slipway.model.TransitGatewayFinding.TgwInvitationList;
import dev.slipway.model.TransitGatewaySpec;
import java.time.temporal.ChronoUnit;

/// Tells of invitations to share a Transit Gateway, accepts and rejects them. Nobody is there to
/// send one, and so one waits at each end for whoever looks, and another when all were rejected.
record TgwInvitationHandler(GatewayRows rows) {
  private static final String OWNER = "000000000000";

  Outcome read(ReadTgwInvitation command, Turn turn) {
    var subscription = rows.subscription(command.place(), Siblings.READ_INVITATIONS, turn);
    if (GatewayRows.shared(command.place(), turn).stream().allMatch(TgwInvitationHandler::over)) {
      share(command.place(), turn);
    }
    var found =
        GatewayRows.shared(command.place(), turn).stream()
            .map(TgwInvitationHandler::found)
            .toList();
    return new Outcome.Accepted(subscription.id(), new TgwInvitationList(found));
  }

  Outcome accept(AcceptTgwInvitation command, Turn turn) {
    rows.subscription(command.place(), Siblings.ACCEPT_INVITATION, turn);
    return answer(command.place(), command.invitationId(), Course.GATEWAY_ACCEPTED, turn);
  }

  Outcome reject(RejectTgwInvitation command, Turn turn) {
    rows.subscription(command.place(), Siblings.REJECT_INVITATION, turn);
    return answer(command.place(), command.invitationId(), Course.GATEWAY_REJECTED, turn);
  }

  private static Outcome answer(Place place, int id, Course course, Turn turn) {
    var invitation =
        GatewayRows.shared(place, turn).stream()
            .filter(row -> row.id() == id && row.status().equals(Course.GATEWAY_SHARED.end()))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refused(
                        TGW_RESOURCE_SHARE_DOES_NOT_EXIST,
                        "No invitation %s waits for an answer.".formatted(id),
                        "GET transitGateways/invitations lists them."));
    turn.tx()
        .transitGateways()
        .want(invitation, invitation.spec().on(course), course.start(), turn.now());
    return Outcome.Accepted.resource(id);
  }

  private static boolean over(Resource<TransitGatewaySpec> row) {
    return row.spec().course() == Course.GATEWAY_REJECTED;
  }

  private static void share(Place place, Turn turn) {
    int id = turn.tx().ids().next(Kind.TRANSIT_GATEWAY);
    var spec =
        new TransitGatewaySpec(place, Course.GATEWAY_SHARED, "slipway-emulated-" + id, OWNER);
    turn.tx()
        .transitGateways()
        .add(turn.account(), id, place.subscriptionId(), spec, spec.course().start(), turn.now());
  }

  private static TgwInvitation found(Resource<TransitGatewaySpec> row) {
    return new TgwInvitation(
        row.id(),
        row.spec().name(),
        "slipway-share-" + row.id(),
        row.spec().awsAccountId(),
        row.spec().course().word(row.status()),
        row.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
