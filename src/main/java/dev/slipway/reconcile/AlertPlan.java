package dev.slipway.reconcile;

import dev.slipway.model.Chart;
import dev.slipway.model.DatabaseSpec.Alert;
import dev.slipway.model.Load;
import dev.slipway.model.Vitals;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which alerts of a database begin and which end (api-rules 4.8).
///
/// One begins beyond its threshold, and ends when the value is back by a tenth of it: what swings
/// around the threshold would else be told at each checkup. What is not known changes nothing.
final class AlertPlan {
  private static final double BACK = 0.1;
  private static final double MILLIS = 1e3;

  private AlertPlan() {}

  /// Something to be told once.
  ///
  /// @param begins whether the alert begins or ends
  record Turn(String alert, boolean begins, String words) {}

  /// What an alert is about.
  ///
  /// @param above whether it begins above its threshold, or below
  private record Measure(double value, String unit, boolean above) {
    boolean beyond(double threshold) {
      return above ? value > threshold : value < threshold;
    }

    boolean back(int threshold) {
      return !beyond(above ? threshold * (1 - BACK) : threshold * (1 + BACK));
    }

    String words(Alert alert, boolean begins) {
      return String.format(
          Locale.ROOT,
          "%s is at %.1f %s, %s%s %d",
          alert.name(),
          value,
          unit,
          begins ? "" : "no longer ",
          above ? "above" : "below",
          alert.value());
    }
  }

  /// @param wanted what the database is watched for
  /// @param ringing the alerts that have begun and not ended
  static List<Turn> next(List<Alert> wanted, Set<String> ringing, Chart chart) {
    Stream<Turn> crossings =
        wanted.stream()
            .flatMap(alert -> crossing(alert, ringing.contains(alert.name()), chart).stream());
    Stream<Turn> unwanted =
        ringing.stream()
            .filter(name -> wanted.stream().noneMatch(alert -> alert.name().equals(name)))
            .sorted()
            .map(name -> new Turn(name, false, name + " is not watched any more"));
    return Stream.concat(crossings, unwanted).toList();
  }

  private static Optional<Turn> crossing(Alert alert, boolean rings, Chart chart) {
    return measure(alert.name(), chart)
        .filter(seen -> rings ? seen.back(alert.value()) : seen.beyond(alert.value()))
        .map(seen -> new Turn(alert.name(), !rings, seen.words(alert, !rings)));
  }

  private static Optional<Measure> measure(String alert, Chart chart) {
    Load load = chart.load();
    return switch (alert) {
      case "dataset-size" -> Optional.of(new Measure(chart.vitals().memory().percent(), "%", true));
      case "throughput-higher-than" -> throughput(load, true);
      case "throughput-lower-than" -> throughput(load, false);
      case "latency" ->
          Optional.ofNullable(load)
              .map(known -> new Measure(known.latency(Vitals::all) * MILLIS, "ms", true));
      default -> Optional.empty(); // those about a source of its data
    };
  }

  private static Optional<Measure> throughput(@Nullable Load load, boolean above) {
    return Optional.ofNullable(load)
        .map(known -> known.perSecond(vitals -> vitals.all().count()))
        .map(operations -> new Measure(operations, "operations a second", above));
  }
}
