package dev.slipway.api.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.AccountId;
import dev.slipway.model.TaskId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class HoldsTest {
  private static final TaskId TASK = new TaskId(new UUID(0, 1));
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Holds holds = Holds.open();

  private Optional<Holds.Hold> take(int account) {
    return holds.take(new AccountId(account), TASK);
  }

  @Test
  void finishedTaskWakesItsPolls() {
    var hold = take(1).orElseThrow();

    holds.taskFinished(TASK);

    assertThat(hold.await(LONG)).isTrue();
  }

  @Test
  void otherTaskWakesNobody() {
    var hold = take(1).orElseThrow();

    holds.taskFinished(new TaskId(new UUID(0, 2)));

    assertThat(hold.await(Duration.ZERO)).isFalse();
  }

  @Test
  void shutdownWakesEverybody() {
    var hold = take(1).orElseThrow();

    holds.close();

    assertThat(hold.await(LONG)).isTrue();
  }

  @Test
  void nobodyWaitsAfterTheShutdown() {
    holds.close();

    assertThat(take(1)).isEmpty();
  }

  @Test
  void accountMayHoldSixtyFourPolls() {
    for (int i = 0; i < 64; i++) {
      assertThat(take(1)).isPresent();
    }

    assertThat(take(1)).isEmpty();
    assertThat(take(2)).isPresent();
  }

  @Test
  void serverHoldsAThousandPolls() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(take(i / 64)).isPresent();
    }

    assertThat(take(99)).isEmpty();
  }

  @Test
  void answeredPollGivesItsPlaceBack() {
    for (int i = 0; i < 63; i++) {
      take(1);
    }
    try (var hold = take(1).orElseThrow()) {
      assertThat(hold).isNotNull();
    }

    assertThat(take(1)).isPresent();
  }

  @Test
  void closedHoldsHoldNothing() {
    assertThat(Holds.closed().take(new AccountId(1), TASK)).isEmpty();
  }
}
