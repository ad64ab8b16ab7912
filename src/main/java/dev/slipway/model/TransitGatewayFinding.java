package dev.slipway.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a task found out about Transit Gateways (api-rules 1.7, client-contract 3.7).
public sealed interface TransitGatewayFinding extends EmulatedFinding {
  /// Those that were accepted.
  record TransitGatewayList(List<TransitGateway> tgws) implements TransitGatewayFinding {}

  /// One of them. What concerns the attachment is null or empty without one.
  record TransitGateway(
      int id,
      String awsTgwUid,
      @Nullable String attachmentUid,
      String status,
      @Nullable String attachmentStatus,
      String awsAccountId,
      List<GatewayBlock> cidrs) {}

  /// One block that is reached through a gateway.
  record GatewayBlock(String cidrAddress, String status) {}

  /// Invitations, also those that were answered.
  record TgwInvitationList(List<TgwInvitation> resources) implements TransitGatewayFinding {}

  /// One of them.
  ///
  /// @param sharedDate RFC 3339
  record TgwInvitation(
      int id,
      String name,
      String resourceShareUid,
      String awsAccountId,
      String status,
      String sharedDate) {}
}
