package dev.slipway.command;

import static dev.slipway.model.ProblemType.TGW_ATTACHMENT_CIDRS_ARE_THE_SAME_AS_EXISTING_ONES;
import static dev.slipway.model.ProblemType.TGW_ATTACHMENT_CIDRS_INVALID_LENGTH;
import static dev.slipway.model.ProblemType.TGW_ATTACHMENT_CIDRS_REQUEST_CONTAINS_DUPLICATES;
import static dev.slipway.model.ProblemType.TGW_ATTACHMENT_DOES_NOT_EXIST;

import dev.slipway.model.Cidr;
import dev.slipway.model.Course;
import dev.slipway.model.Kind;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.TgwAttachmentSpec;
import dev.slipway.model.TransitGatewayCommand.CreateTgwAttachment;
import dev.slipway.model.TransitGatewayCommand.DeleteTgwAttachment;
import dev.slipway.model.TransitGatewayCommand.UpdateTgwAttachment;
import dev.slipway.model.TransitGatewaySpec;
import java.util.HashSet;
import java.util.List;

/// Hangs a subscription on a Transit Gateway, says what is reached through it, and takes it off
/// again (api-rules 6). The other side accepts by itself.
record TgwAttachmentHandler(GatewayRows rows) {
  /// To ask for it twice is to ask for it once.
  Outcome create(CreateTgwAttachment command, Turn turn) {
    var gateway =
        rows.gateway(command.place(), Siblings.CREATE_ATTACHMENT, command.gatewayId(), turn);
    StatusRules.active(turn.subscription(command.place().subscriptionId()), turn);
    boolean attached =
        GatewayRows.attachments(gateway, turn).stream()
            .anyMatch(row -> !(row.status() instanceof Status.Failed));
    if (!attached) {
      var spec =
          new TgwAttachmentSpec(
              command.place(), Course.ATTACHMENT_ASKED_FOR, gateway.id(), List.of());
      int id = turn.tx().ids().next(Kind.TGW_ATTACHMENT);
      turn.tx()
          .tgwAttachments()
          .add(
              turn.account(),
              id,
              command.place().subscriptionId(),
              spec,
              spec.course().start(),
              turn.now());
    }
    return Outcome.Accepted.resource(gateway.id());
  }

  Outcome update(UpdateTgwAttachment command, Turn turn) {
    var gateway =
        rows.gateway(command.place(), Siblings.UPDATE_ATTACHMENT, command.gatewayId(), turn);
    var attachment = attachments(gateway, turn).getLast();
    StatusRules.active(attachment, turn);
    check(command.cidrs(), attachment.spec().cidrs());
    var changed = attachment.spec().to(command.cidrs()).on(Course.ATTACHMENT_CHANGED);
    turn.tx().tgwAttachments().want(attachment, changed, changed.course().start(), turn.now());
    return Outcome.Accepted.resource(gateway.id());
  }

  Outcome delete(DeleteTgwAttachment command, Turn turn) {
    var gateway =
        rows.gateway(command.place(), Siblings.DELETE_ATTACHMENT, command.gatewayId(), turn);
    attachments(gateway, turn)
        .forEach(
            attachment ->
                turn.tx()
                    .tgwAttachments()
                    .want(
                        attachment,
                        attachment.spec().on(Course.ATTACHMENT_DELETED),
                        new Status.Deleting(),
                        turn.now()));
    return Outcome.Accepted.resource(gateway.id());
  }

  /// At least one. Refuses with TGW_ATTACHMENT_DOES_NOT_EXIST.
  private static List<Resource<TgwAttachmentSpec>> attachments(
      Resource<TransitGatewaySpec> gateway, Turn turn) {
    var attachments = GatewayRows.attachments(gateway, turn);
    if (attachments.isEmpty()) {
      throw new Refused(
          TGW_ATTACHMENT_DOES_NOT_EXIST, "The %s has no attachment.".formatted(gateway.ref()));
    }
    return attachments;
  }

  private static void check(List<String> cidrs, List<String> present) {
    for (String cidr : cidrs) {
      if (Cidr.parse(cidr).filter(Cidr::aligned).isEmpty()) {
        throw new Refused(
            TGW_ATTACHMENT_CIDRS_INVALID_LENGTH,
            "%s is no block such as 10.10.0.0/16.".formatted(Words.quoted(cidr)));
      }
    }
    var asked = new HashSet<>(cidrs);
    if (asked.size() < cidrs.size()) {
      throw new Refused(
          TGW_ATTACHMENT_CIDRS_REQUEST_CONTAINS_DUPLICATES, "cidrs names a block twice.");
    }
    if (asked.equals(new HashSet<>(present))) {
      throw new Refused(
          TGW_ATTACHMENT_CIDRS_ARE_THE_SAME_AS_EXISTING_ONES, "cidrs changes nothing.");
    }
  }
}
