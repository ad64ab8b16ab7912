package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What two checkups of a Redis tell together.
final class ChartTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final VitalsDraft redis = new VitalsDraft();
  private final Chart first = Chart.begin(redis.vitals(), 0);

  private static Load load(Chart chart) {
    return Objects.requireNonNull(chart.load());
  }

  @Test
  void whatCountsUpBecomesARate() {
    redis.reads = new Vitals.Calls(30, 600);

    Load load = load(first.then(redis.vitals(), 10 * SECOND));

    assertThat(load.perSecond(vitals -> vitals.reads().count())).isEqualTo(3);
    assertThat(load.perSecond(vitals -> vitals.all().count())).isEqualTo(3);
  }

  @Test
  void timeOfCommandsIsSharedAmongThoseSinceTheLastCheckup() {
    redis.writes = new Vitals.Calls(100, 1_000_000);
    Chart second = first.then(redis.vitals(), SECOND);
    redis.writes = new Vitals.Calls(104, 1_000_008);

    Load load = load(second.then(redis.vitals(), 2 * SECOND));

    assertThat(load.latency(Vitals::writes)).isEqualTo(2e-6);
    assertThat(load.any(Vitals::reads)).isFalse();
    assertThat(load.latency(Vitals::reads)).isZero();
  }

  @Test
  void anotherRunBeginsAnew() {
    redis.runId = "run-2";
    redis.reads = new Vitals.Calls(5, 5);

    Chart chart = first.then(redis.vitals(), SECOND);

    assertThat(chart.load()).isNull();
    assertThat(chart.idle()).isZero();
  }

  @Test
  void countThatWasSetBackIsNoNegativeRate() {
    redis.reads = new Vitals.Calls(5, 5);
    Chart second = first.then(redis.vitals(), SECOND);
    redis.reads = new Vitals.Calls(0, 0); // CONFIG RESETSTAT

    Load load = load(second.then(redis.vitals(), 2 * SECOND));

    assertThat(load.perSecond(vitals -> vitals.reads().count())).isZero();
    assertThat(load.latency(Vitals::reads)).isZero();
  }

  @Test
  void itIsIdleSinceTheLastCheckupThatSawACommand() {
    redis.reads = new Vitals.Calls(1, 1);
    Chart busy = first.then(redis.vitals(), 10 * SECOND);

    Chart idle = busy.then(redis.vitals(), 20 * SECOND).then(redis.vitals(), 30 * SECOND);

    assertThat(busy.idle()).isZero();
    assertThat(idle.idle()).isEqualTo(Duration.ofSeconds(20));
  }
}
