package dev.slipway.command;

import static dev.slipway.model.ProblemType.PRIVATE_LINK_PRINCIPAL_NOT_FOUND;

import dev.slipway.model.LinkPrincipalSpec;
import dev.slipway.model.PrivateLinkCommand.DisassociateLinkConnection;
import dev.slipway.model.PrivateLinkSpec;
import dev.slipway.model.Resource;
import java.util.List;

/// Cuts connections through a PrivateLink: all that are named, or none. Whoever may connect does so
/// once, by itself.
record LinkConnectionHandler(LinkRows rows) {
  Outcome disassociate(DisassociateLinkConnection command, Turn turn) {
    var link = rows.link(command.place(), Siblings.DISASSOCIATE, turn);
    List<Resource<LinkPrincipalSpec>> connected =
        command.associationIds().stream().map(id -> connected(link, id, turn)).distinct().toList();
    connected.forEach(
        principal ->
            turn.tx()
                .linkPrincipals()
                .want(principal, principal.spec().disconnected(), principal.status(), turn.now()));
    return Outcome.Accepted.resource(command.place().subscriptionId());
  }

  private static Resource<LinkPrincipalSpec> connected(
      Resource<PrivateLinkSpec> link, String associationId, Turn turn) {
    return LinkRows.principals(link, turn).stream()
        .filter(LinkFound::connected)
        .filter(principal -> LinkRows.associationId(principal).equals(associationId))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    PRIVATE_LINK_PRINCIPAL_NOT_FOUND,
                    "The %s has no connection %s."
                        .formatted(link.ref(), Words.quoted(associationId)),
                    "GET of it lists them."));
  }
}
