package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_CANT_EDIT_THROUGHPUT_BY;
import static dev.slipway.model.ProblemType.DATABASE_INVALID_SHARDS_COUNT;
import static dev.slipway.model.ProblemType.DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS;
import static dev.slipway.model.ProblemType.DATABASE_SIZE_SMALLER_THAN_USAGE;
import static dev.slipway.model.ProblemType.DATABASE_SIZE_TOO_SMALL;
import static dev.slipway.model.ProblemType.DATABASE_THROUGHPUT_TOO_BIG;

import dev.slipway.model.DatabaseChange;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Facts;
import dev.slipway.model.Resource;

/// How much a database may hold and bear (api-rules 4.4). The largest size is its subscription's
/// matter: see {@link Capacity}.
final class SizeRules {
  private static final double SMALLEST_GB = 0.1;
  private static final int HASH_SLOTS = 16_384;
  private static final int OPERATIONS_A_SHARD = 25_000;
  private static final double BYTES_PER_GB = 1e9;

  private SizeRules() {}

  /// Refuses with DATABASE_SIZE_TOO_SMALL.
  static void smallest(DatabaseSpec database) {
    if (database.size().gb() < SMALLEST_GB) {
      throw new Refused(
          DATABASE_SIZE_TOO_SMALL,
          "A database has at least %s, and this asks for %s."
              .formatted(Words.gb(SMALLEST_GB), Words.gb(database.size().gb())));
    }
  }

  /// Refuses with DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS when two sizes are
  /// asked for. A GET shows the dataset and the total, so that both together are one size.
  static void oneSize(DatabaseChange change, DatabaseSpec wanted) {
    Double limit = change.memoryLimitGb();
    if (limit != null && limit != wanted.memoryLimitGb()) {
      throw new Refused(
          DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS,
          "datasetSizeInGb asks for a memory limit of %s, and memoryLimitInGb for %s."
              .formatted(Words.gb(wanted.memoryLimitGb()), Words.gb(limit)),
          "Use datasetSizeInGb alone.");
    }
  }

  /// Refuses with DATABASE_SIZE_SMALLER_THAN_USAGE.
  static void holdsItsData(DatabaseSpec wanted, Resource<DatabaseSpec> database) {
    Facts facts = database.facts();
    double usedGb = facts == null ? 0 : facts.usedMemory() / BYTES_PER_GB;
    if (shrinks(database.spec(), wanted) && usedGb > wanted.datasetGb()) {
      throw new Refused(
          DATABASE_SIZE_SMALLER_THAN_USAGE,
          "The database uses %s, and %s would not hold that."
              .formatted(Words.gb(usedGb), room(wanted)),
          "Ask for more, or delete keys first.");
    }
  }

  /// Whether the data has less room after a change.
  static boolean shrinks(DatabaseSpec before, DatabaseSpec wanted) {
    return wanted.datasetGb() < before.datasetGb();
  }

  /// A total counts the copies too (api-rules 4.4), of which each holds the data.
  private static String room(DatabaseSpec wanted) {
    String dataset = Words.gb(wanted.datasetGb());
    return wanted.datasetGb() == wanted.memoryLimitGb()
        ? dataset
        : "%s, which is %s with its copies,".formatted(dataset, Words.gb(wanted.memoryLimitGb()));
  }

  /// Refuses with DATABASE_INVALID_SHARDS_COUNT or DATABASE_THROUGHPUT_TOO_BIG: each shard holds at
  /// least one of the hash slots.
  static void shards(DatabaseSpec.Throughput throughput) {
    boolean counted = throughput.by().equals("number-of-shards");
    long shards = counted ? throughput.value() : throughput.value() / OPERATIONS_A_SHARD;
    if (shards > HASH_SLOTS) {
      throw new Refused(
          counted ? DATABASE_INVALID_SHARDS_COUNT : DATABASE_THROUGHPUT_TOO_BIG,
          "%s %d would take %d shards, and a database has at most %d."
              .formatted(throughput.by(), throughput.value(), shards, HASH_SLOTS),
          "Ask for less.");
    }
  }

  /// Refuses with DATABASE_CANT_EDIT_THROUGHPUT_BY.
  static void sameMeasure(DatabaseSpec.Throughput before, DatabaseSpec.Throughput wanted) {
    if (!before.by().equals(wanted.by())) {
      throw new Refused(
          DATABASE_CANT_EDIT_THROUGHPUT_BY,
          "throughputMeasurement.by is %s and cannot become %s."
              .formatted(before.by(), wanted.by()),
          "Keep it, and change the value.");
    }
  }
}
