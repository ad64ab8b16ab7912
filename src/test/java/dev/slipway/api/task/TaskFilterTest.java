package dev.slipway.api.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a list of tasks can be narrowed to.
final class TaskFilterTest extends TaskTest {
  @Test
  void tasksOfOneStatusAreShownAlone() {
    String finished = submit().taskId();
    server.process();
    String waiting = submit().taskId();

    assertThat(listed("?status=processing-completed")).containsExactly(finished);
    assertThat(listed("?status=received")).containsExactly(waiting);
  }

  @Test
  void tasksOfOneCommandAreShownAlone() {
    submit();
    String deletion = owner.delete("/v1/subscriptions/77").taskId();

    assertThat(listed("?command=subscriptionDeleteRequest")).containsExactly(deletion);
  }

  @Test
  void finishedTasksOfOneResourceAreShownAlone() {
    String task = submit().taskId();
    submit();
    server.process();
    int id = poll(task).json().at("/response/resourceId").asInt();

    assertThat(listed("?resource=" + id)).containsExactly(task);
  }

  @Test
  void olderTasksAreLeftOut() {
    submit();
    server.pass(Duration.ofHours(1));
    String later = submit().taskId();

    assertThat(listed("?since=2026-01-01T00:30:00Z")).containsExactly(later);
  }

  @Test
  void limitLeavesTheNewest() {
    submit();
    server.pass(Duration.ofSeconds(1));
    String newest = submit().taskId();

    assertThat(listed("?limit=1")).containsExactly(newest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status=done", "resource=x", "since=yesterday", "limit=0"})
  void valueThatNoTaskCanHaveIsRefused(String query) {
    assertThat(owner.get("/v1/tasks?" + query).status()).isEqualTo(400);
  }

  private List<String> listed(String query) {
    return owner
        .get("/v1/tasks" + query)
        .json()
        .get("tasks")
        .valueStream()
        .map(task -> task.get("taskId").asString())
        .toList();
  }
}
