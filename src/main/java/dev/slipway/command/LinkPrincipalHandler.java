package dev.slipway.command;

import static dev.slipway.model.ProblemType.PRIVATE_LINK_PRINCIPAL_INVALID_PRINCIPLE;
import static dev.slipway.model.ProblemType.PRIVATE_LINK_PRINCIPAL_NOT_FOUND;

import dev.slipway.model.Course;
import dev.slipway.model.Kind;
import dev.slipway.model.LinkPrincipalSpec;
import dev.slipway.model.PrivateLinkCommand.CreateLinkPrincipal;
import dev.slipway.model.PrivateLinkCommand.DeleteLinkPrincipal;
import dev.slipway.model.PrivateLinkCommand.Principal;
import dev.slipway.model.PrivateLinkSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import java.util.Objects;

/// Lets somebody connect through a PrivateLink, and no more.
record LinkPrincipalHandler(LinkRows rows) {
  /// Who may already, still may: a client sends all of them with each change (client-contract 3.9).
  Outcome create(CreateLinkPrincipal command, Turn turn) {
    var link = rows.link(command.place(), Siblings.CREATE_PRINCIPAL, turn);
    check(command.principal());
    if (LinkRows.principal(link, command.principal().name(), turn).isEmpty()) {
      add(command.principal(), link, turn);
    }
    return Outcome.Accepted.resource(command.place().subscriptionId());
  }

  Outcome delete(DeleteLinkPrincipal command, Turn turn) {
    var link = rows.link(command.place(), Siblings.DELETE_PRINCIPAL, turn);
    var principal =
        LinkRows.principal(link, command.principal(), turn)
            .orElseThrow(
                () ->
                    new Refused(
                        PRIVATE_LINK_PRINCIPAL_NOT_FOUND,
                        "The %s has no principal %s."
                            .formatted(link.ref(), Words.quoted(command.principal()))));
    turn.tx()
        .linkPrincipals()
        .want(
            principal,
            principal.spec().on(Course.PRINCIPAL_REMOVED),
            new Status.Deleting(),
            turn.now());
    return Outcome.Accepted.resource(command.place().subscriptionId());
  }

  /// Refuses with PRIVATE_LINK_PRINCIPAL_INVALID_PRINCIPLE.
  static void check(Principal principal) {
    if (!principal.name().matches("[0-9]{12}|arn:\\S+|[a-z0-9.-]+\\.amazonaws\\.com")) {
      throw new Refused(
          PRIVATE_LINK_PRINCIPAL_INVALID_PRINCIPLE,
          "principal must be an account of 12 digits, an ARN or a service, not %s."
              .formatted(Words.quoted(principal.name())));
    }
  }

  static void add(Principal principal, Resource<PrivateLinkSpec> link, Turn turn) {
    var type = Objects.requireNonNullElse(principal.type(), LinkPrincipalSpec.Type.AWS_ACCOUNT);
    var spec =
        new LinkPrincipalSpec(
            link.spec().place(),
            Course.PRINCIPAL_NAMED,
            link.id(),
            principal.name(),
            type,
            principal.alias(),
            true);
    int id = turn.tx().ids().next(Kind.LINK_PRINCIPAL);
    turn.tx()
        .linkPrincipals()
        .add(turn.account(), id, link.parent(), spec, spec.course().start(), turn.now());
  }
}
