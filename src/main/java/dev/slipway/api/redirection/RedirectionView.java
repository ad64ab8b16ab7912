package dev.slipway.api.redirection;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.api.resource.Times;
import dev.slipway.model.Redirection;
import dev.slipway.model.Redirection.Progress;
import dev.slipway.model.Redirection.Reach;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A redirection as the API shows it (api-rules 3.4).
record RedirectionView(
    UUID redirectionId,
    Progress status,
    int sourceDatabaseId,
    int targetDatabaseId,
    boolean isRevert,
    boolean duplicateACLs,
    Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable Instant revertedAt,
    @Nullable String errorMessage,
    List<EndpointView> endpoints,
    @JsonProperty("x-slipway") Extension extension) {
  /// One endpoint that is led elsewhere.
  record EndpointView(
      String sourceEndpointName,
      String targetEndpointName,
      Reach sourceEndpointType,
      Reach targetEndpointType,
      @Nullable String errorMessage) {}

  /// What only this server says.
  ///
  /// @param emulated that no client is led anywhere
  record Extension(boolean emulated) {}

  private static final String FAILURE =
      "One of the two databases was deleted before the redirection was completed.";

  static RedirectionView of(Redirection row, Instant now) {
    Progress progress = row.at(now);
    String failure = progress == Progress.FAILED ? FAILURE : null;
    boolean completed = progress == Progress.COMPLETED || progress == Progress.REVERTED;
    return new RedirectionView(
        row.id(),
        progress,
        row.sourceId(),
        row.targetId(),
        row.reverts() != null,
        row.duplicateAcls(),
        Times.shown(row.startedAt()),
        completed ? Times.shown(row.completedAt()) : null,
        progress == Progress.REVERTED ? Times.shownIfAny(row.revertedAt()) : null,
        failure,
        List.of(
            new EndpointView(
                "redis-" + row.sourceId(),
                "redis-" + row.targetId(),
                row.reach(),
                row.reach(),
                failure)),
        new Extension(true));
  }
}
