package dev.slipway.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the last backup or import of a database went, when that was asked for (api-rules 1.7).
///
/// @param status `exporting` or `importing`, `success` or `failed`
/// @param endedAt when the last one ended that has
/// @param failure why it failed; null when it did not
public record TransferFinding(
    Transfer.Direction direction,
    String status,
    @Nullable Instant endedAt,
    Transfer.@Nullable Failure failure)
    implements Finding {
  /// That of this one.
  public static TransferFinding of(Transfer transfer) {
    var direction = transfer.key().direction();
    return switch (transfer.state()) {
      case Transfer.State.UnderWay _ ->
          new TransferFinding(direction, verb(direction), transfer.endedAt(), null);
      case Transfer.State.Succeeded _ ->
          new TransferFinding(direction, "success", transfer.endedAt(), null);
      case Transfer.State.Failed(var failure) ->
          new TransferFinding(direction, "failed", transfer.endedAt(), failure);
    };
  }

  private static String verb(Transfer.Direction direction) {
    return direction == Transfer.Direction.BACKUP ? "exporting" : "importing";
  }
}
