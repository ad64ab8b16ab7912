package dev.slipway.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.AccountId;
import dev.slipway.model.CostReport;
import dev.slipway.model.Limits;
import dev.slipway.model.Task;
import dev.slipway.model.TaskState;
import java.time.Duration;
import java.util.List;
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
  void costReportIsKeptAsLongAsItsTask() {
    Sweeper sweeper = sweeper();
    var report = new CostReport(CostReport.Format.CSV, List.of());
    store.write(
        tx -> {
          tx.costReports().add(new AccountId(1), "a.csv", report, now);
          return true;
        });
    now = now.plus(Duration.ofDays(10));
    sweeper.sweep();
    sweeper.sweep();
    assertThat(reports()).isEqualTo(1);
    now = now.plusSeconds(1);

    sweeper.sweep();

    assertThat(reports()).isZero();
  }

  private long reports() {
    return store.<Long>read(
        tx -> tx.costReports().find(new AccountId(1), "a.csv").stream().count());
  }

  @Test
  void unfinishedTaskIsKeptHoweverLongItWaits() {
    Sweeper sweeper = sweeper();
    Task waiting = submit(1);
    now = now.plus(Duration.ofDays(400));
    sweeper.sweep();

    assertThat(sweeper.sweep()).isZero();
    assertThat(read(waiting).state()).isEqualTo(new TaskState.Received());
  }

  @Test
  void oneTransactionRemovesNoMoreThanItsBound() {
    submit(1);
    submit(2);
    runAll();
    now = now.plusSeconds(1);

    assertThat(store.<Integer>write(tx -> tx.tasks().removeOlderThan(now, 1))).isEqualTo(1);
    assertThat(recent()).hasSize(1);
  }

  @Test
  void sweepRemovesMoreThanOneTransactionMay() {
    Sweeper sweeper = sweeper();
    for (int i = 0; i <= Sweeper.BATCH; i++) {
      submit(1);
      runAll();
    }
    now = now.plus(Duration.ofDays(11));
    sweeper.sweep();

    assertThat(sweeper.sweep()).isEqualTo(Sweeper.BATCH + 1);
  }

  @Test
  void keyOfARemovedTaskMayBeUsedForAnotherRequest() {
    Sweeper sweeper = sweeper();
    Task first = submit(1, "key", "body").task();
    runAll();
    now = now.plus(Duration.ofDays(11));
    sweeper.sweep();
    sweeper.sweep();

    Submitted second = submit(2, "key", "another body");

    assertThat(second.replayed()).isFalse();
    assertThat(second.task().id()).isNotEqualTo(first.id());
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
