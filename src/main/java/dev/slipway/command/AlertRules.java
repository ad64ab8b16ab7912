package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_INVALID_ALERTS;
import static dev.slipway.model.ProblemType.DATABASE_INVALID_ALERT_VALUE;
import static dev.slipway.model.ProblemType.FLEXIBLE_DATABASE_ALERT_NOT_SUPPORTED;

import dev.slipway.model.DatabaseSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which thresholds a database may warn at (api-rules 4.8).
final class AlertRules {
  private static final Map<String, Range> RANGES =
      new TreeMap<>(
          Map.of(
              "dataset-size", new Range(1, 100),
              "throughput-higher-than", new Range(1, 10_000_000),
              "throughput-lower-than", new Range(1, 10_000_000),
              "latency", new Range(1, 10_000),
              "syncsource-error", new Range(0, 1),
              "syncsource-lag", new Range(1, 86_400)));
  private static final Set<String> ESSENTIALS_ONLY = Set.of("datasets-size", "connections-limit");

  private record Range(int least, int most) {}

  private AlertRules() {}

  /// Refuses with FLEXIBLE_DATABASE_ALERT_NOT_SUPPORTED, DATABASE_INVALID_ALERTS and
  /// DATABASE_INVALID_ALERT_VALUE.
  static void check(List<DatabaseSpec.Alert> alerts) {
    var seen = new HashSet<String>();
    for (var alert : alerts) {
      known(alert);
      if (!seen.add(alert.name())) {
        throw new Refused(
            DATABASE_INVALID_ALERTS,
            "alerts names %s twice.".formatted(alert.name()),
            "Give it one value.");
      }
    }
  }

  private static void known(DatabaseSpec.Alert alert) {
    if (ESSENTIALS_ONLY.contains(alert.name())) {
      throw new Refused(
          FLEXIBLE_DATABASE_ALERT_NOT_SUPPORTED,
          "alert %s is only for Essentials plans.".formatted(alert.name()),
          "Use one of " + RANGES.keySet() + ".");
    }
    var range = RANGES.get(alert.name());
    if (range == null) {
      throw new Refused(
          DATABASE_INVALID_ALERTS,
          "alert %s does not exist.".formatted(Words.quoted(alert.name())),
          "Use one of " + RANGES.keySet() + ".");
    }
    if (alert.value() < range.least() || alert.value() > range.most()) {
      throw new Refused(
          DATABASE_INVALID_ALERT_VALUE,
          "alert %s must be from %s to %s, not %s."
              .formatted(alert.name(), range.least(), range.most(), alert.value()));
    }
  }
}
