package dev.slipway.api.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.api.resource.Times;
import dev.slipway.model.Transfer;
import dev.slipway.model.TransferFinding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a backup or an import went, as the API shows it (api-rules 1.7).
///
/// @param failureReasonParams texts, as the published clients read them
/// @param extension says in words what went wrong
record TransferView(
    String status,
    @Nullable Instant lastBackupTime,
    @Nullable Instant lastImportTime,
    @Nullable String failureReason,
    @Nullable List<Param> failureReasonParams,
    @JsonProperty("x-slipway") @Nullable Extension extension) {
  /// A number that belongs to the reason.
  record Param(String key, String value) {}

  /// @param description what is wrong and what to do
  record Extension(String description) {}

  static TransferView of(TransferFinding found) {
    boolean backup = found.direction() == Transfer.Direction.BACKUP;
    Instant ended = Times.shownIfAny(found.endedAt());
    Transfer.Failure failure = found.failure();
    return new TransferView(
        found.status(),
        backup ? ended : null,
        backup ? null : ended,
        failure == null ? null : word(failure.reason()),
        failure == null || failure.bytes() == null ? null : params(failure.bytes()),
        failure == null ? null : new Extension(failure.description()));
  }

  private static String word(Transfer.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<Param> params(Transfer.Bytes bytes) {
    return List.of(
        new Param("bytes_configured_bdb_limit", Long.toString(bytes.limit())),
        new Param("bytes_of_expected_dataset", Long.toString(bytes.expected())));
  }
}
