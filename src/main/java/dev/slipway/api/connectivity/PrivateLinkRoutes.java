package dev.slipway.api.connectivity;

import dev.slipway.api.http.Call;
import dev.slipway.api.http.Operation;
import dev.slipway.model.Place;
import dev.slipway.model.PrivateLinkCommand.CreateLinkPrincipal;
import dev.slipway.model.PrivateLinkCommand.CreatePrivateLink;
import dev.slipway.model.PrivateLinkCommand.DeleteLinkPrincipal;
import dev.slipway.model.PrivateLinkCommand.DeletePrivateLink;
import dev.slipway.model.PrivateLinkCommand.DisassociateLinkConnection;
import dev.slipway.model.PrivateLinkCommand.Principal;
import dev.slipway.model.PrivateLinkCommand.ReadLinkScript;
import dev.slipway.model.PrivateLinkCommand.ReadPrivateLink;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The operations on PrivateLinks.
public final class PrivateLinkRoutes {
  private static final Paths SINGLE = new Paths(Places.SUBSCRIPTION, "", "", Places::single);
  private static final Paths REGIONAL =
      new Paths(Places.REGION, "ActiveActive", " of one region", Places::region);

  private PrivateLinkRoutes() {}

  /// The operations.
  public static List<Operation> operations() {
    return Stream.of(SINGLE, REGIONAL).flatMap(Paths::operations).toList();
  }

  /// The paths for one type of subscription.
  ///
  /// @param prefix what the names of operations begin with, after their verb
  /// @param where what the summaries add
  private record Paths(String end, String prefix, String where, Function<Call, Place> place) {
    private Stream<Operation> operations() {
      return Stream.concat(link(), principals());
    }

    private String base() {
      return end + "/private-link";
    }

    private Stream<Operation> link() {
      return Stream.of(
          Operation.get(base(), "get" + prefix + "PrivateLink", "Tells of the PrivateLink" + where)
              .played()
              .submits(ReadPrivateLink.class, call -> new ReadPrivateLink(place.apply(call))),
          Operation.post(base(), "create" + prefix + "PrivateLink", "Makes a PrivateLink" + where)
              .played()
              .takes(PrivateLinkBody.class)
              .submits(
                  CreatePrivateLink.class,
                  (call, body) ->
                      new CreatePrivateLink(
                          place.apply(call),
                          body.shareName(),
                          new Principal(
                              body.principal(), PrincipalType.of(body.type()), body.alias()))),
          Operation.delete(
                  base(), "delete" + prefix + "PrivateLink", "Deletes the PrivateLink" + where)
              .played()
              .submits(DeletePrivateLink.class, call -> new DeletePrivateLink(place.apply(call))),
          Operation.get(
                  base() + "/endpoint-script",
                  "get" + prefix + "PrivateLinkEndpointScript",
                  "Tells the script that finds the endpoints" + where)
              .played()
              .submits(ReadLinkScript.class, call -> new ReadLinkScript(place.apply(call))));
    }

    private Stream<Operation> principals() {
      String principals = base() + "/principals";
      return Stream.of(
          Operation.post(
                  principals,
                  "create" + prefix + "PrivateLinkPrincipal",
                  "Lets somebody connect" + where)
              .played()
              .takes(PrivateLinkBody.Principal.class)
              .submits(
                  CreateLinkPrincipal.class,
                  (call, body) ->
                      new CreateLinkPrincipal(
                          place.apply(call),
                          new Principal(
                              body.principal(), PrincipalType.of(body.type()), body.alias()))),
          Operation.delete(
                  principals,
                  "delete" + prefix + "PrivateLinkPrincipals",
                  "Lets somebody connect no more" + where)
              .played()
              .takes(PrivateLinkBody.Removal.class)
              .submits(
                  DeleteLinkPrincipal.class,
                  (call, body) -> new DeleteLinkPrincipal(place.apply(call), body.principal())),
          Operation.post(
                  base() + "/connections/disassociate",
                  "disassociate" + prefix + "PrivateLinkConnections",
                  "Cuts connections" + where)
              .played()
              .takes(PrivateLinkBody.Disassociation.class)
              .submits(DisassociateLinkConnection.class, this::disassociate));
    }

    private DisassociateLinkConnection disassociate(
        Call call, PrivateLinkBody.Disassociation body) {
      return new DisassociateLinkConnection(
          place.apply(call),
          body.connections().stream().map(PrivateLinkBody.Connection::associationId).toList());
    }
  }
}
