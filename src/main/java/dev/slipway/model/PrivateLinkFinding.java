package dev.slipway.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a task found out about a PrivateLink (api-rules 1.7, client-contract 3.9).
public sealed interface PrivateLinkFinding extends EmulatedFinding {
  /// That there is none: by an empty list clients tell it (client-contract 3.9).
  record NoPrivateLink(List<String> links) implements PrivateLinkFinding {
    /// No link, and no links.
    public static final NoPrivateLink HERE = new NoPrivateLink(List.of());
  }

  /// The link.
  ///
  /// @param regionId of an Active-Active subscription; else null
  record PrivateLink(
      int subscriptionId,
      @Nullable Integer regionId,
      String status,
      List<LinkPrincipal> principals,
      String resourceConfigurationId,
      String resourceConfigurationArn,
      String shareArn,
      String shareName,
      List<LinkConnection> connections,
      List<LinkDatabase> databases,
      @Nullable String errorMessage)
      implements PrivateLinkFinding {}

  /// Who may connect.
  record LinkPrincipal(String principal, String type, @Nullable String alias, String status) {}

  /// Who is connected.
  ///
  /// @param associationDate RFC 3339
  record LinkConnection(
      String associationId,
      String connectionId,
      String type,
      String ownerId,
      String associationDate) {}

  /// What is reached.
  record LinkDatabase(int databaseId, int port, String rlEndpoint) {}

  /// The script that finds the endpoints.
  record LinkScripts(String resourceEndpointScript, String terraformAwsScript)
      implements PrivateLinkFinding {}
}
