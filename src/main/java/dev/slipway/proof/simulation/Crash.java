package dev.slipway.proof.simulation;

import dev.slipway.model.Failpoint;
import org.jspecify.annotations.Nullable;

/// The program is killed here.
final class Crash extends Cut {
  private static final long serialVersionUID = 1;
  private final @Nullable Failpoint point;

  /// @param point null for a kill between two moves
  Crash(@Nullable Failpoint point) {
    super(point == null ? "between two moves" : point.label());
    this.point = point;
  }

  @Nullable Failpoint point() {
    return point;
  }
}
