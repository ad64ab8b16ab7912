package dev.slipway.proof.simulation;

import dev.slipway.model.Failpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

/// What a run of many seeds found.
public final class Report {
  private final Map<Mark, Integer> seeds = new EnumMap<>(Mark.class);
  private final Map<Failpoint, Integer> crashes = new EnumMap<>(Failpoint.class);
  private final List<SeedResult> failures = new ArrayList<>();
  private int count;
  private long steps;

  Report() {}

  synchronized void add(SeedResult result) {
    count++;
    steps += result.steps();
    result.marks().seen().forEach(mark -> seeds.merge(mark, 1, Integer::sum));
    result.marks().crashedAt().forEach(point -> crashes.merge(point, 1, Integer::sum));
    if (result.fault() != null) {
      failures.add(result);
    }
  }

  /// Whether every invariant held in every seed.
  public boolean passed() {
    return failures.isEmpty();
  }

  /// Seeds that ran.
  public int count() {
    return count;
  }

  /// Seeds in which this came up.
  public int seedsWith(Mark mark) {
    return seeds.getOrDefault(mark, 0);
  }

  /// Seeds in which the program was killed here.
  public int seedsKilledAt(Failpoint point) {
    return crashes.getOrDefault(point, 0);
  }

  /// One text a failure, by seed: the last moves, what is wrong, and the command that replays it.
  public List<String> failures() {
    return failed().map(SeedResult::describe).toList();
  }

  /// Seeds that failed, in their order.
  Stream<SeedResult> failed() {
    return failures.stream().sorted(Comparator.comparingLong(SeedResult::seed));
  }

  /// Everything in one line of numbers.
  public String closingLine() {
    StringJoiner line = new StringJoiner(", ");
    line.add(count + " seeds").add(steps + " steps").add(failures.size() + " failed");
    for (Mark mark : Mark.values()) {
      line.add(mark.label() + " " + seedsWith(mark));
    }
    for (Failpoint point : Failpoint.values()) {
      line.add("killed " + point.label() + " " + seedsKilledAt(point));
    }
    return line.toString();
  }
}
