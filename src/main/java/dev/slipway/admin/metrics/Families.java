package dev.slipway.admin.metrics;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Text;
import dev.slipway.model.Tally;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// The families of one answer. One without a value is left out. For use by one thread.
final class Families {
  private static final PrometheusTextFormatWriter WRITER = PrometheusTextFormatWriter.create();
  private static final double NO_BOUND = Double.POSITIVE_INFINITY;

  private final MetricSnapshots.Builder families = MetricSnapshots.builder();

  /// One value.
  ///
  /// @param labels names and values in turn
  record Value(double number, List<String> labels) {
    static Value of(long number, String... labels) {
      return new Value((double) number, List.of(labels));
    }

    private Labels all() {
      return Families.labels(labels);
    }
  }

  private static Labels labels(List<String> pairs) {
    return Labels.of(pairs.toArray(String[]::new));
  }

  /// What goes up and down.
  Families gauge(String name, String help, List<Value> values) {
    var family = GaugeSnapshot.builder().name(name).help(help);
    values.forEach(
        value ->
            family.dataPoint(
                GaugeDataPointSnapshot.builder()
                    .value(value.number())
                    .labels(value.all())
                    .build()));
    return values.isEmpty() ? this : with(family.build());
  }

  Families gauge(String name, String help, long value) {
    return gauge(name, help, List.of(Value.of(value)));
  }

  /// What only goes up.
  ///
  /// @param name without the `_total` that is written behind it
  Families counter(String name, String help, long value) {
    return with(
        CounterSnapshot.builder()
            .name(name)
            .help(help)
            .dataPoint(CounterDataPointSnapshot.builder().value((double) value).build())
            .build());
  }

  /// What was counted with how long it took.
  ///
  /// @param labels of a kind, names and values in turn
  <K> Families histogram(
      String name, String help, Tally<K> tally, Function<K, List<String>> labels) {
    Map<K, Tally.Times> times = tally.times();
    var family = HistogramSnapshot.builder().name(name).help(help);
    times.forEach(
        (kind, counted) ->
            family.dataPoint(
                HistogramDataPointSnapshot.builder()
                    .classicHistogramBuckets(
                        ClassicHistogramBuckets.of(
                            Stream.concat(Tally.BOUNDS.stream(), Stream.of(NO_BOUND)).toList(),
                            counted.classes()))
                    .sum(counted.seconds())
                    .labels(labels(labels.apply(kind)))
                    .build()));
    return times.isEmpty() ? this : with(family.build());
  }

  private Families with(MetricSnapshot family) {
    families.metricSnapshot(family);
    return this;
  }

  /// All of them, written.
  Answer answer() {
    var out = new ByteArrayOutputStream();
    try {
      WRITER.write(out, families.build(), EscapingScheme.ALLOW_UTF8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Answer.ok(new Text(WRITER.getContentType(), out.toByteArray()));
  }
}
