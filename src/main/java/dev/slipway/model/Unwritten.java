package dev.slipway.model;

/// What this program knows of databases while their rows cannot say it, because nothing can be
/// written. Other programs on the same rows do not know it.
@FunctionalInterface
public interface Unwritten {
  /// A program that could always write.
  Unwritten NOTHING = _ -> false;

  /// Whether this database may be dead or silent, and its row could not be told.
  boolean doubts(Ref database);

  /// A row as it is shown: what is in doubt is not `active` (architecture.md, I7).
  default Resource<DatabaseSpec> over(Resource<DatabaseSpec> row) {
    return row.status() instanceof Status.Active && doubts(row.ref())
        ? row.in(new Status.Pending("its Redis may be down, and nothing can be written now"))
        : row;
  }
}
