package dev.slipway.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One accepted request on its way through its account's lane.
///
/// @param number place in the lane, from 1, in order of acceptance
/// @param attempts how often a worker has claimed it
/// @param changedAt time of the last change of state, the API's `timestamp`
/// @param keyName the user key that sent it
public record Task(
    TaskId id,
    AccountId account,
    long number,
    Command command,
    TaskState state,
    int attempts,
    Instant acceptedAt,
    Instant changedAt,
    @Nullable Instant startedAt,
    String keyName) {
  /// The same in another state since then.
  public Task in(TaskState other, Instant since) {
    return new Task(
        id, account, number, command, other, attempts, acceptedAt, since, startedAt, keyName);
  }
}
