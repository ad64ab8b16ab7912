package dev.slipway.proof.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Failpoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SimulationTest {
  private static final int SEEDS = 2_000;

  private Report report = new Report();

  @BeforeAll
  void run() throws InterruptedException {
    int workers = Runtime.getRuntime().availableProcessors();
    report = new Campaign(Seams.NONE, workers, false).run(1, SEEDS);
    System.out.println(report.closingLine());
  }

  @Test
  void everyInvariantHoldsAfterEveryStepOfEverySeed() {
    assertThat(report.count()).isEqualTo(SEEDS);
    assertThat(report.failures()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Mark.class)
  void everythingWorthSeeingComesUp(Mark mark) {
    assertThat(report.seedsWith(mark)).isPositive();
  }

  @ParameterizedTest
  @EnumSource(Failpoint.class)
  void programIsKilledAtEveryFailpoint(Failpoint point) {
    assertThat(report.seedsKilledAt(point)).isPositive();
  }
}
