package dev.slipway.proof.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Rates of the program and of its floor, taken in turns: each ratio is of two neighbours, so that
/// a moment in which the machine is slow is in both.
final class Pairs {
  private final List<Double> ours = new ArrayList<>();
  private final List<Double> floors = new ArrayList<>();

  /// Adds a rate of the program and the floor's that came right after, both a second.
  void add(double rate, double floor) {
    ours.add(rate);
    floors.add(floor);
  }

  /// The ratio in the middle.
  double ratio() {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(ours.get(i) / floors.get(i));
    }
    return middle(ratios);
  }

  /// The rates in the middle, in words.
  String text() {
    return String.format(Locale.ROOT, "%.0f/s against %.0f/s", middle(ours), middle(floors));
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
