package dev.slipway.model;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// What a Redis did between two checkups of the same run.
///
/// @param apart more than zero
public record Load(Vitals before, Vitals now, Duration apart) {
  private static final double MICROS = 1e6;

  /// How fast something counts up.
  public double perSecond(ToDoubleFunction<Vitals> count) {
    double grown = count.applyAsDouble(now) - count.applyAsDouble(before);
    return Math.max(0, grown) * MICROS / (apart.toNanos() / 1e3);
  }

  /// Seconds that one of these commands took on average; 0 when there was none.
  public double latency(Function<Vitals, Vitals.Calls> kind) {
    long calls = kind.apply(now).count() - kind.apply(before).count();
    long micros = kind.apply(now).micros() - kind.apply(before).micros();
    return calls <= 0 ? 0 : micros / MICROS / calls;
  }

  /// Whether there was any such command.
  public boolean any(Function<Vitals, Vitals.Calls> kind) {
    return kind.apply(now).count() > kind.apply(before).count();
  }
}
