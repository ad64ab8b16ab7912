package dev.slipway;

import dev.slipway.model.Failpoint;
import dev.slipway.model.Failpoints;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Ends the process like a kill -9 when it comes to a failpoint for the n-th time: for the tests
/// that kill the real program. Off unless `SLIPWAY_CRASH_AT` names one, such as `after-exec:2`.
final class CrashOnPurpose implements Failpoints {
  private static final String VARIABLE = "SLIPWAY_CRASH_AT";
  private static final Pattern WISH =
      Pattern.compile("(?<label>[a-z-]+)(:(?<nth>[1-9][0-9]{0,8}))?");
  private static final int KILLED = 137;

  private final Failpoint point;
  private final AtomicInteger left;

  private CrashOnPurpose(Failpoint point, int nth) {
    this.point = point;
    this.left = new AtomicInteger(nth);
  }

  /// What the environment asks for.
  ///
  /// @throws CannotStart when it names no failpoint, or no count
  static Failpoints in(Map<String, String> environment) {
    String wish = environment.getOrDefault(VARIABLE, "");
    return wish.isEmpty() ? OFF : parse(wish).orElseThrow(() -> unreadable(wish));
  }

  private static Optional<Failpoints> parse(String wish) {
    Matcher parts = WISH.matcher(wish);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int nth = parts.group("nth") == null ? 1 : Integer.parseInt(parts.group("nth"));
    return Stream.of(Failpoint.values())
        .filter(point -> point.label().equals(parts.group("label")))
        .findFirst()
        .map(point -> new CrashOnPurpose(point, nth));
  }

  private static CannotStart unreadable(String wish) {
    return new CannotStart(
        "%s=%s: must be one of %s, alone or with a colon and a number from 1 to 999999999; for example %s=after-exec:2"
            .formatted(
                VARIABLE,
                wish,
                Stream.of(Failpoint.values())
                    .map(Failpoint::label)
                    .collect(Collectors.joining(", ")),
                VARIABLE));
  }

  @Override
  public void hit(Failpoint here) {
    if (here == point && left.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}
