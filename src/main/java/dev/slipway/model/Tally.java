package dev.slipway.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Counts what happens since the start of the program, by kind, and how long it took. Nothing of it
/// is kept over a restart. Safe for use by many threads.
///
/// @param <K> a kind; there are few, since none is ever forgotten
public final class Tally<K> {
  /// Upper bounds of the classes that durations fall in, in seconds. What is beyond the last one is
  /// in a class of its own.
  public static final List<Double> BOUNDS = List.of(0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10.0);

  private static final double NANOS = 1e9;

  private final Map<K, Row> rows = new ConcurrentHashMap<>();

  /// What was counted of one kind.
  ///
  /// @param classes how many fell in each class, the shortest first
  /// @param seconds how long all of them took together
  public record Times(List<Long> classes, double seconds) {}

  private record Row(List<LongAdder> classes, LongAdder nanos) {
    static Row empty() {
      return new Row(
          Stream.generate(LongAdder::new).limit(BOUNDS.size() + 1L).toList(), new LongAdder());
    }

    Times times() {
      return new Times(classes.stream().map(LongAdder::sum).toList(), nanos.sum() / NANOS);
    }
  }

  /// Counts one.
  public void add(K kind, Duration took) {
    Row row = rows.computeIfAbsent(kind, _ -> Row.empty());
    row.classes().get(place(took.toNanos() / NANOS)).increment();
    row.nanos().add(took.toNanos());
  }

  private static int place(double seconds) {
    int place = 0;
    while (place < BOUNDS.size() && seconds > BOUNDS.get(place)) {
      place++;
    }
    return place;
  }

  /// What was counted so far.
  public Map<K, Times> times() {
    return rows.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue().times()));
  }
}
