package dev.slipway;

import dev.slipway.model.Failpoint;
import dev.slipway.model.Failpoints;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Ends the process like a kill -9 when it comes to a failpoint for the n-th time: for the tests
/// that kill the real program. Off unless `SLIPWAY_CRASH_AT` names one, such as `after-exec:2`.
final class CrashOnPurpose implements Failpoints {
  private static final String VARIABLE = "SLIPWAY_CRASH_AT";
  private static final int KILLED = 137;

  private final Failpoint point;
  private final AtomicInteger left;

  private CrashOnPurpose(Failpoint point, int nth) {
    this.point = point;
    this.left = new AtomicInteger(nth);
  }

  /// What the environment asks for.
  ///
  /// @throws CannotStart when it names no failpoint
  static Failpoints in(Map<String, String> environment) {
    String wish = environment.getOrDefault(VARIABLE, "");
    if (wish.isEmpty()) {
      return OFF;
    }
    String[] parts = wish.split(":", 2);
    Failpoint point =
        Stream.of(Failpoint.values())
            .filter(candidate -> candidate.label().equals(parts[0]))
            .findFirst()
            .orElseThrow(() -> new CannotStart(VARIABLE + ": there is no failpoint " + parts[0]));
    return new CrashOnPurpose(point, parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
  }

  @Override
  public void hit(Failpoint here) {
    if (here == point && left.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}
