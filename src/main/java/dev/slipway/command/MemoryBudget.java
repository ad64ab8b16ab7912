package dev.slipway.command;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Gigabytes;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.store.Tx;
import java.util.List;
import java.util.OptionalDouble;

/// How much memory all databases of this machine may take together, of whatever account. Without a
/// budget there may be more of them than the machine has memory for.
///
/// @param gb as the operator says; empty for no budget
record MemoryBudget(OptionalDouble gb) {
  /// Refuses with DATABASE_USAGE_EXCEEDS_GLOBAL_LIMIT when these would be too much beside all that
  /// there are. One that is being deleted counts until it is gone, as it has its memory until then.
  void creation(List<DatabaseSpec> wanted, Tx tx) {
    if (gb.isPresent()) {
      check(Gigabytes.onThisMachine(wanted), used(tx), "This takes %s");
    }
  }

  /// The same for one that is changed; only what it grows by is asked for.
  void change(DatabaseSpec before, DatabaseSpec wanted, Tx tx) {
    double more =
        Gigabytes.onThisMachine(List.of(wanted)) - Gigabytes.onThisMachine(List.of(before));
    if (gb.isPresent() && more > 0) {
      check(more, used(tx), "This takes %s more");
    }
  }

  private void check(double wanted, double used, String words) {
    if (used + wanted > gb.orElseThrow()) {
      throw new Refused(
          ProblemType.DATABASE_USAGE_EXCEEDS_GLOBAL_LIMIT,
          "%s with replicas, the databases here have %s, and the budget of this server is %s (--memory-budget)."
              .formatted(
                  words.formatted(Words.gb(wanted)), Words.gb(used), Words.gb(gb.orElseThrow())),
          "Ask for less, or delete a database.");
    }
  }

  private static double used(Tx tx) {
    return Gigabytes.onThisMachine(tx.databases().all().stream().map(Resource::spec).toList());
  }
}
