package dev.slipway.proof.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/// Time that passes only when it is told to, and what happens on the way.
final class VirtualClock implements InstantSource {
  private record Timer(Instant at, long order, Runnable what) {}

  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparing(Timer::at).thenComparingLong(Timer::order));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long timersMade;

  @Override
  public Instant instant() {
    return now;
  }

  /// Has this done after a while.
  void after(Duration delay, Runnable what) {
    timers.add(new Timer(now.plus(delay), timersMade++, what));
  }

  /// When the next timer goes off.
  Optional<Instant> nextTimer() {
    return Optional.ofNullable(timers.peek()).map(Timer::at);
  }

  /// Lets time pass until then, with every timer that goes off on the way.
  void advanceTo(Instant until) {
    for (Timer next = timers.peek();
        next != null && !next.at().isAfter(until);
        next = timers.peek()) {
      timers.remove();
      moveTo(next.at());
      next.what().run();
    }
    moveTo(until);
  }

  private void moveTo(Instant instant) {
    if (instant.isAfter(now)) {
      now = instant;
    }
  }
}
