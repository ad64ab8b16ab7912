package dev.slipway.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of something that is provisioned: what is wanted, where it stands, and what was tried.
///
/// @param parent the subscription of a database; null for a subscription
/// @param version counts every change of the row; a settle needs the version it was decided on
/// @param wantedAt when the present wish was made
/// @param changedAt when the status last changed
/// @param activatedAt when it was first active; null before that
/// @param attempts how often `lastAction` was applied without any change in what was observed
/// @param pause until when the action that was tried in vain waits; null when none was
/// @param trouble what went wrong last, shown until something succeeds
/// @param facts what was last seen of it
public record Resource<S extends Spec>(
    Ref ref,
    AccountId account,
    @Nullable Integer parent,
    S spec,
    Status status,
    long version,
    Instant createdAt,
    Instant wantedAt,
    Instant changedAt,
    @Nullable Instant activatedAt,
    int attempts,
    @Nullable String lastAction,
    @Nullable Pause pause,
    @Nullable Trouble trouble,
    @Nullable Facts facts) {
  /// The number that the API shows.
  public int id() {
    return ref.id();
  }

  /// Whether it has ever been active: then it is tried for ever, and keeps its port.
  public boolean everActive() {
    return activatedAt != null;
  }

  /// Whether it is in its status for good until somebody asks for a change.
  public boolean gaveUp() {
    return status instanceof Status.Failed && !everActive();
  }

  /// The same row, typed by its own specification.
  public <T extends Spec> Resource<T> as(T same) {
    return copy(same, status);
  }

  /// The same row in another status.
  public Resource<S> in(Status other) {
    return copy(spec, other);
  }

  private <T extends Spec> Resource<T> copy(T itsSpec, Status itsStatus) {
    return new Resource<>(
        ref,
        account,
        parent,
        itsSpec,
        itsStatus,
        version,
        createdAt,
        wantedAt,
        changedAt,
        activatedAt,
        attempts,
        lastAction,
        pause,
        trouble,
        facts);
  }
}
