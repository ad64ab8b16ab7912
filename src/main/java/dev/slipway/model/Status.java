package dev.slipway.model;

/// Where a resource stands in its provisioning (mission, "Provisioning state values").
///
/// ```
///  Pending <-> Active <-> Changing
///     |          ^ |        ^ |
///     |          | v        | v
///     +-------->  Failed  <---+        and from each of them to Deleting; then the row is gone
/// ```
public sealed interface Status {
  /// Being created, or being brought back after its Redis died.
  record Pending(String reason) implements Status {}

  /// Was active and is being changed.
  record Changing(String reason) implements Status {
    /// The reason of one that gets another version.
    public static final String UPGRADE = "being upgraded";

    /// The reason of one that loses its data.
    public static final String FLUSH = "being flushed";
  }

  /// Usable: a client got PONG through its endpoint after the last start.
  record Active() implements Status {}

  /// Being taken down; the row goes when the world is clean.
  record Deleting() implements Status {}

  /// Provisioning failed, and why.
  record Failed(Problem problem) implements Status {}

  /// The one table of moves: whether a resource in this status may come to `next`.
  default boolean mayBecome(Status next) {
    return switch (this) {
      case Active _ -> true;
      case Pending _ -> !(next instanceof Changing);
      case Changing _ -> !(next instanceof Pending);
      case Failed _ -> !(next instanceof Pending);
      case Deleting _ -> next instanceof Deleting;
    };
  }

  /// Whether it is about the upgrade of a database: one that is under way, or that failed and was
  /// not made good since.
  default boolean upgrading() {
    return switch (this) {
      case Changing(var reason) -> reason.equals(Changing.UPGRADE);
      case Failed(var problem) -> problem.type() == ProblemType.DATABASE_UPGRADE_FAILED;
      case Pending _, Active _, Deleting _ -> false;
    };
  }

  /// Whether the resource counts against the limit of three changing subscriptions (architecture 5:
  /// pending and deleting count, error does not).
  default boolean changing() {
    return switch (this) {
      case Pending _, Changing _, Deleting _ -> true;
      case Active _, Failed _ -> false;
    };
  }
}
