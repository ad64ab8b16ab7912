package dev.slipway.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.Caller;
import dev.slipway.model.DeleteSubscription;
import dev.slipway.model.Task;
import dev.slipway.model.TaskState;
import dev.slipway.store.sql.Stores;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who comes in, and who is next.
final class LaneOrderTest extends LaneTest {
  @Test
  void acceptedTaskIsReadableAndReceived() {
    Task task = submit(7);

    assertThat(read(task).state()).isEqualTo(new TaskState.Received());
  }

  @Test
  void secondTaskOfAnAccountWaitsForTheFirst() {
    submit(1);
    submit(2);
    worker().claim(10);

    assertThat(worker().claim(10)).isEmpty();
  }

  @Test
  void tasksOfTwoAccountsRunBesideEachOther() {
    Caller other = Stores.addAccount(store, 2);
    submit(1);
    queue(10).submit(other, new DeleteSubscription(2), Optional.empty());

    assertThat(worker().claim(10)).hasSize(2);
  }

  @Test
  void tasksAreProcessedInOrderOfAcceptance() {
    submit(3);
    submit(1);
    submit(2);
    runAll();

    assertThat(handled).containsExactly(3, 1, 2);
  }

  @Test
  void refusedTaskFreesTheLane() {
    Task refused = submit(404);
    submit(1);
    runAll();

    assertThat(read(refused).state()).isInstanceOf(TaskState.Failed.class);
    assertThat(handled).containsExactly(404, 1);
  }

  @Test
  void fullLaneRefusesAndStoresNothing() {
    queue(1).submit(caller, new DeleteSubscription(1), Optional.empty());

    assertThatThrownBy(() -> queue(1).submit(caller, new DeleteSubscription(2), Optional.empty()))
        .isInstanceOf(LaneFull.class);
    assertThat(recent()).hasSize(1);
  }

  @Test
  void repeatedKeyGivesTheSameTask() {
    Task first = submit(1, "key", "body").task();
    Submitted second = submit(1, "key", "body");

    assertThat(second.replayed()).isTrue();
    assertThat(second.task().id()).isEqualTo(first.id());
  }

  @Test
  void repeatedKeyWithAnotherBodyIsRefused() {
    submit(1, "key", "body");

    assertThatThrownBy(() -> submit(1, "key", "another body"))
        .isInstanceOf(IdempotencyConflict.class);
  }
}
