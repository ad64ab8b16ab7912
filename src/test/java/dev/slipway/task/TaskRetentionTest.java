package dev.slipway.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Limits;
import dev.slipway.model.Task;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How long tasks are kept and in which order they are listed.
final class TaskRetentionTest extends LaneTest {
  @Test
  void listShowsTheNewestChangeFirst() {
    Task first = submit(1);
    now = now.plusSeconds(1);
    Task second = submit(2);
    now = now.plusSeconds(1);
    runOne();

    assertThat(recent()).extracting(Task::id).containsExactly(first.id(), second.id());
  }

  @Test
  void taskIsKeptForTenDaysAfterItsLastChange() {
    Sweeper sweeper = sweeper();
    submit(1);
    runAll();
    now = now.plus(Duration.ofDays(10));
    sweeper.sweep();
    sweeper.sweep();

    assertThat(recent()).hasSize(1);
    now = now.plusSeconds(1);
    sweeper.sweep();
    assertThat(recent()).isEmpty();
  }

  @Test
  void clockThatJumpsRemovesNothing() {
    Sweeper sweeper = sweeper();
    submit(1);
    runAll();
    now = now.plus(Duration.ofDays(400));

    assertThat(sweeper.sweep()).isZero();
  }

  private Sweeper sweeper() {
    return new Sweeper(store, Limits.standard(), () -> now);
  }
}
