package dev.slipway.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be asked of PrivateLinks.
public sealed interface PrivateLinkCommand extends Command {
  /// Which end of which subscription.
  Place place();

  /// Somebody who is to connect.
  ///
  /// @param name an AWS account or an ARN
  /// @param type null for an account
  record Principal(String name, LinkPrincipalSpec.@Nullable Type type, @Nullable String alias) {}

  /// Tell of the link.
  record ReadPrivateLink(Place place) implements PrivateLinkCommand {}

  /// Make the link.
  record CreatePrivateLink(Place place, String shareName, Principal first)
      implements PrivateLinkCommand {}

  /// Remove the link.
  record DeletePrivateLink(Place place) implements PrivateLinkCommand {}

  /// Let somebody connect.
  record CreateLinkPrincipal(Place place, Principal principal) implements PrivateLinkCommand {}

  /// Let somebody connect no more.
  record DeleteLinkPrincipal(Place place, String principal) implements PrivateLinkCommand {}

  /// Cut connections.
  ///
  /// @param associationIds as the link shows them
  record DisassociateLinkConnection(Place place, List<String> associationIds)
      implements PrivateLinkCommand {}

  /// Tell the script that finds the endpoints.
  record ReadLinkScript(Place place) implements PrivateLinkCommand {}
}
