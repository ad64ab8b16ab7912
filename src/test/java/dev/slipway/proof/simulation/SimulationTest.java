package dev.slipway.proof.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Failpoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(Lifecycle.PER_CLASS)
final class SimulationTest {
  private static final int SEEDS = 2_000;
  private static final int FEW_SEEDS = 20;
  private static final int WORKERS = 2;

  private final Campaign campaign = new Campaign(Seams.NONE, WORKERS, false);
  private Report report = new Report();

  @BeforeAll
  void runTheSeeds() throws InterruptedException {
    report = campaign.run(1, SEEDS);
  }

  @Test
  void everyInvariantHoldsAfterEveryStepOfEverySeed() {
    assertThat(report.failures()).isEmpty();
    assertThat(report.count()).isEqualTo(SEEDS);
  }

  @ParameterizedTest
  @EnumSource
  void everySituationComesUp(Mark mark) {
    assertThat(report.seedsWith(mark)).as(report.closingLine()).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void theProgramIsKilledAtEveryFailpoint(Failpoint point) {
    assertThat(report.seedsKilledAt(point)).as(report.closingLine()).isPositive();
  }

  @Test
  void moreWorkersFindTheSame() throws InterruptedException {
    Report alone = new Campaign(Seams.NONE, 1, false).run(1, FEW_SEEDS);
    Report together = new Campaign(Seams.NONE, WORKERS, false).run(1, FEW_SEEDS);

    assertThat(together.closingLine()).isEqualTo(alone.closingLine());
  }

  @Test
  void oneSeedIsAlwaysTheSameStory() {
    try (Workspace workspace = new Workspace(Seams.NONE.file())) {
      SeedResult first = Simulation.run(7, workspace, Seams.NONE, true);
      SeedResult second = Simulation.run(7, workspace, Seams.NONE, true);

      assertThat(second.trace()).isEqualTo(first.trace()).isNotEmpty();
      assertThat(second.steps()).isEqualTo(first.steps());
    }
  }
}
