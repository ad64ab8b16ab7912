package dev.slipway.store;

/// A kind has no id left. Nothing was kept, and no later try will succeed: ids never come back.
public final class IdsUsedUp extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param kind whose ids they are, such as `database`
  public IdsUsedUp(String kind) {
    super(
        "All "
            + kind
            + " ids of this server are used up: the last one, "
            + Integer.MAX_VALUE
            + ", is taken, and none is given out twice.");
  }
}
