package dev.slipway.model;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That the endpoint of one database is to lead to another (api-rules 4.9 and 6). It is played: no
/// client is led anywhere. How far it has come follows from the time alone, so nothing has to be
/// done for it and no death of the program can stop it.
///
/// @param reverts the redirection that this one takes back, or null
/// @param failedAt when a database that it needs was deleted before it was completed
/// @param revertedAt when the one that takes it back is completed; it may be still to come
/// @param resumedAt when the traffic of the source was let go on
public record Redirection(
    UUID id,
    int sourceId,
    int targetId,
    Reach reach,
    boolean duplicateAcls,
    @Nullable UUID reverts,
    Instant startedAt,
    @Nullable Instant failedAt,
    @Nullable Instant revertedAt,
    @Nullable Instant resumedAt) {
  private static final Duration PENDING_AFTER = Duration.ofSeconds(1);
  private static final Duration WORKING_AFTER = Duration.ofSeconds(2);
  private static final Duration COMPLETED_AFTER = Duration.ofSeconds(3);
  private static final Duration REVERTIBLE = Duration.ofHours(24);
  private static final Duration BLOCKED = Duration.ofMinutes(5);

  /// From where an endpoint is reached.
  public enum Reach {
    PUBLIC,
    PRIVATE
  }

  /// How far it has come.
  public enum Progress {
    INITIATED,
    PENDING,
    IN_PROGRESS,
    COMPLETED,
    FAILED,
    REVERTED
  }

  /// One that starts now.
  public static Redirection start(
      UUID id, int sourceId, int targetId, Reach reach, boolean duplicateAcls, Instant now) {
    return new Redirection(
        id, sourceId, targetId, reach, duplicateAcls, null, now, null, null, null);
  }

  /// The one that takes this one back, starting now.
  public Redirection back(UUID newId, Instant now) {
    return new Redirection(
        newId, targetId, sourceId, reach, duplicateAcls, id, now, null, null, null);
  }

  /// How far it has come by then.
  public Progress at(Instant now) {
    if (failedAt != null) {
      return Progress.FAILED;
    }
    if (revertedAt != null && !now.isBefore(revertedAt)) {
      return Progress.REVERTED;
    }
    Duration taken = Duration.between(startedAt, now);
    return taken.compareTo(PENDING_AFTER) < 0
        ? Progress.INITIATED
        : taken.compareTo(WORKING_AFTER) < 0
            ? Progress.PENDING
            : taken.compareTo(COMPLETED_AFTER) < 0 ? Progress.IN_PROGRESS : Progress.COMPLETED;
  }

  /// Whether it is on its way by then.
  public boolean runs(Instant now) {
    return switch (at(now)) {
      case INITIATED, PENDING, IN_PROGRESS -> true;
      case COMPLETED, FAILED, REVERTED -> false;
    };
  }

  /// Whether the endpoint of the source is meant to lead elsewhere by then, or will do so.
  public boolean holds(Instant now) {
    return switch (at(now)) {
      case INITIATED, PENDING, IN_PROGRESS, COMPLETED -> true;
      case FAILED, REVERTED -> false;
    };
  }

  /// When it is completed, unless it fails.
  public Instant completedAt() {
    return startedAt.plus(COMPLETED_AFTER);
  }

  /// Until when it can be taken back.
  public Instant revertibleUntil() {
    return completedAt().plus(REVERTIBLE);
  }

  /// Since when the source gets no traffic.
  public Instant blockedAt() {
    return startedAt.plus(WORKING_AFTER);
  }

  /// From when on the traffic of the source may be let go on.
  public Instant resumableAt() {
    return blockedAt().plus(BLOCKED);
  }

  /// Whether the source gets no traffic then.
  public boolean blocks(Instant now) {
    return holds(now) && !now.isBefore(blockedAt()) && resumedAt == null;
  }

  /// The same, having failed.
  public Redirection failed(Instant now) {
    return with(now, revertedAt, resumedAt);
  }

  /// The same, taken back by then.
  public Redirection reverted(Instant then) {
    return with(failedAt, then, resumedAt);
  }

  /// The same, with the traffic of its source going on.
  public Redirection resumed(Instant now) {
    return with(failedAt, revertedAt, now);
  }

  private Redirection with(
      @Nullable Instant failed, @Nullable Instant reverted, @Nullable Instant resumed) {
    return new Redirection(
        id,
        sourceId,
        targetId,
        reach,
        duplicateAcls,
        reverts,
        startedAt,
        failed,
        reverted,
        resumed);
  }
}
