package dev.slipway.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.Claim;
import dev.slipway.model.Kind;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Task;
import dev.slipway.model.TaskState;
import dev.slipway.store.StoreUnavailable;
import dev.slipway.store.sql.Stores;
import org.junit.jupiter.api.Test;

/// Work that breaks off or comes to nothing.
final class BrokenWorkTest extends LaneTest {
  @Test
  void handlerThatThrowsEndsItsTaskAndLeavesNoRows() {
    Task broken = submit(500);
    runAll();

    assertThat(problem(broken).type()).isEqualTo(ProblemType.GENERAL_ERROR);
    assertThat(problem(broken).description()).contains(broken.id().toString());
    assertThat(store.<Integer>write(tx -> tx.ids().next(Kind.DATABASE))).isEqualTo(10_001);
  }

  @Test
  void handlerThatThrowsAnErrorEndsItsTaskAndFreesTheLane() {
    Task broken = submit(501);
    Task next = submit(1);
    runAll();

    assertThat(problem(broken).type()).isEqualTo(ProblemType.GENERAL_ERROR);
    assertThat(read(next).state()).isEqualTo(new TaskState.Completed(1, null));
  }

  @Test
  void taskForWhichNoIdIsLeftSaysSo() {
    Task task = submit(507);
    Stores.giveOutAllIds(store, Kind.DATABASE);
    runAll();

    assertThat(problem(task).type()).isEqualTo(ProblemType.GENERAL_ERROR);
    assertThat(problem(task).description())
        .contains("All database ids of this server are used up", "2147483647")
        .doesNotContain("again");
  }

  @Test
  void taskKeepsWaitingForItsVerdictWhileTheStoreIsUnavailable() {
    Task task = submit(503);
    Claim claim = worker().claim(1).getFirst();

    assertThatThrownBy(() -> worker().process(claim)).isInstanceOf(StoreUnavailable.class);

    assertThat(read(task).state()).isEqualTo(new TaskState.InProgress());
  }

  @Test
  void taskThatIsInterruptedThreeTimesIsGivenUp() {
    Task poisoned = submit(1);
    for (int i = 0; i < 3; i++) {
      worker("incarnation " + i).claim(1);
      worker("incarnation " + (i + 1)).takeOver();
    }
    runAll();

    assertThat(read(poisoned).state()).isInstanceOf(TaskState.Failed.class);
    assertThat(handled).isEmpty();
  }

  @Test
  void taskOfADeadIncarnationStaysInProgressAndIsNext() {
    Task first = submit(1);
    submit(2);
    worker("dead").claim(1);
    worker("living").takeOver();

    assertThat(read(first).state()).isEqualTo(new TaskState.InProgress());
    assertThat(worker("living").claim(1))
        .extracting(claim -> claim.task().id())
        .contains(first.id());
  }

  @Test
  void workerThatLostItsClaimCannotFinish() {
    Task task = submit(1);
    Claim lost = worker("dead").claim(1).getFirst();
    worker("living").takeOver();
    Claim held = worker("living").claim(1).getFirst();
    worker("dead").process(lost);

    assertThat(read(task).state()).isEqualTo(new TaskState.InProgress());
    worker("living").process(held);
    assertThat(read(task).state()).isEqualTo(new TaskState.Completed(1, null));
  }

  private Problem problem(Task task) {
    return ((TaskState.Failed) read(task).state()).problem();
  }
}
