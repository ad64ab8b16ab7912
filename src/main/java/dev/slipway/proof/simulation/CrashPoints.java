package dev.slipway.proof.simulation;

import dev.slipway.model.Failpoint;
import dev.slipway.model.Failpoints;
import org.jspecify.annotations.Nullable;

/// Kills the program at one failpoint, at one of the times it comes by.
final class CrashPoints implements Failpoints {
  private @Nullable Failpoint armed;
  private int passes;

  /// Crash at this point, after it was passed this often.
  void arm(Failpoint point, int passesBefore) {
    armed = point;
    passes = passesBefore;
  }

  /// Whether a crash is prepared.
  boolean armed() {
    return armed != null;
  }

  /// Crash nowhere.
  void disarm() {
    armed = null;
  }

  @Override
  public void hit(Failpoint point) {
    if (point == armed && passes-- == 0) {
      armed = null;
      throw new Crash(point).undeclared();
    }
  }
}
