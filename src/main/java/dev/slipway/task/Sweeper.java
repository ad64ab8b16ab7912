package dev.slipway.task;

import dev.slipway.model.Limits;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/// Removes tasks that are too old to be shown, with first answers and cost reports of their age and
/// what ran more than 400 days ago, a bounded number a transaction.
///
/// A clock that jumps must not empty the list, so a round in which it moved by more than an hour
/// since the last one removes nothing.
public final class Sweeper {
  static final int BATCH = 500;
  private static final Duration JUMP = Duration.ofHours(1);

  /// What cost reports can look back on.
  private static final Duration USAGE = Duration.ofDays(400);

  private final Store store;
  private final Limits limits;
  private final InstantSource clock;
  private Instant lastRound;

  /// Starts counting rounds from now.
  public Sweeper(Store store, Limits limits, InstantSource clock) {
    this.store = store;
    this.limits = limits;
    this.clock = clock;
    this.lastRound = clock.instant();
  }

  /// One round.
  ///
  /// @return how many tasks were removed
  public int sweep() {
    Instant now = clock.instant();
    boolean jumped = Duration.between(lastRound, now).abs().compareTo(JUMP) > 0;
    lastRound = now;
    if (jumped) {
      return 0;
    }
    Instant oldest = now.minus(limits.taskRetention());
    remove(tx -> tx.answers().removeOlderThan(oldest, BATCH));
    remove(tx -> tx.costReports().removeOlderThan(oldest, BATCH));
    remove(tx -> tx.meter().removeOlderThan(now.minus(USAGE), BATCH));
    return remove(tx -> tx.tasks().removeOlderThan(oldest, BATCH));
  }

  private int remove(Function<Tx, Integer> some) {
    int removed = 0;
    int batch;
    do {
      batch = store.note(some);
      removed += batch;
    } while (batch == BATCH);
    return removed;
  }
}
