package dev.slipway.command;

import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.TgwAttachmentSpec;
import dev.slipway.model.TransitGatewayCommand.ReadTransitGateway;
import dev.slipway.model.TransitGatewayFinding.GatewayBlock;
import dev.slipway.model.TransitGatewayFinding.TransitGateway;
import dev.slipway.model.TransitGatewayFinding.TransitGatewayList;
import dev.slipway.model.TransitGatewaySpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells of Transit Gateways that were accepted, and how the subscription hangs on them.
record TransitGatewayHandler(GatewayRows rows) {
  Outcome read(ReadTransitGateway command, Turn turn) {
    var subscription = rows.subscription(command.place(), Siblings.READ_GATEWAYS, turn);
    var gateways =
        GatewayRows.shared(command.place(), turn).stream()
            .filter(row -> row.status() instanceof Status.Active)
            .map(row -> found(row, turn))
            .toList();
    return new Outcome.Accepted(subscription.id(), new TransitGatewayList(gateways));
  }

  private static TransitGateway found(Resource<TransitGatewaySpec> gateway, Turn turn) {
    var attachments = GatewayRows.attachments(gateway, turn);
    return attachments.isEmpty()
        ? found(gateway, null, null, List.of())
        : found(gateway, attachments.getLast());
  }

  private static TransitGateway found(
      Resource<TransitGatewaySpec> gateway, Resource<TgwAttachmentSpec> attachment) {
    String word = attachment.spec().course().word(attachment.status());
    return found(
        gateway,
        "tgw-attach-%017x".formatted(attachment.id()),
        word,
        attachment.spec().cidrs().stream().map(cidr -> new GatewayBlock(cidr, word)).toList());
  }

  private static TransitGateway found(
      Resource<TransitGatewaySpec> gateway,
      @Nullable String attachmentUid,
      @Nullable String attachmentStatus,
      List<GatewayBlock> blocks) {
    return new TransitGateway(
        gateway.id(),
        "tgw-%017x".formatted(gateway.id()),
        attachmentUid,
        "available",
        attachmentStatus,
        gateway.spec().awsAccountId(),
        blocks);
  }
}
