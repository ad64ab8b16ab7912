package dev.slipway.store;

import dev.slipway.model.AccountId;
import dev.slipway.model.Claim;
import dev.slipway.model.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The queue of each account: `next number, running task, waiting count` in one row, so that a
/// claim costs the same with one task waiting as with a hundred thousand.
public interface Lanes {
  /// Takes the next place in the lane, unless this many wait there already.
  Optional<Place> join(AccountId account, int depth);

  /// A place in a lane.
  ///
  /// @param number from 1, never used twice
  /// @param waitingBefore how many waited when it was taken, besides the one that is processed
  record Place(long number, int waitingBefore) {}

  /// Lanes in which a task waits and none runs, the longest unserved first.
  List<AccountId> ready(int limit);

  /// Takes the first waiting task of a lane, if none is running: one conditional change of the lane
  /// row and one of the task row.
  Optional<Claim> claim(AccountId account, String owner, Instant now);

  /// Writes the verdict and frees the lane.
  ///
  /// @return false when the claim is no longer valid; then nothing was changed
  boolean finish(Claim claim, TaskState verdict, Instant now);

  /// Frees every task that a dead incarnation had claimed: it stays in progress and is the next to
  /// be claimed.
  ///
  /// @return how many there were
  int voidClaims(String livingOwner);
}
