package dev.slipway.api.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.Api;
import dev.slipway.api.ApiServer;
import dev.slipway.api.Client;
import dev.slipway.model.LimitsDraft;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What is shown of tasks.
final class TaskRoutesTest extends TaskTest {
  @Test
  void waitingTaskSaysHowManyAreBeforeIt() {
    submit();
    var json = poll(submit().taskId()).json();

    assertThat(json.get("status").asString()).isEqualTo("received");
    assertThat(json.at("/x-slipway/tasksBefore").asInt()).isEqualTo(1);
    assertThat(json.at("/links/0/rel").asString()).isEqualTo("self");
  }

  @Test
  void waitingTaskNamesTheOneThatItWaitsFor() {
    String first = submit().taskId();
    String second = submit().taskId();
    server.pass(Duration.ofSeconds(7));

    var blocker = poll(second).json().at("/x-slipway/blockedBy");

    assertThat(blocker.get("taskId").asString()).isEqualTo(first);
    assertThat(blocker.get("commandType").asString()).isEqualTo("subscriptionCreateRequest");
    assertThat(blocker.get("ageInSeconds").asInt()).isEqualTo(7);
    assertThat(poll(first).json().at("/x-slipway").has("blockedBy")).isFalse();
  }

  @Test
  void clientIsAskedToComeBackLaterTheMoreTasksAreBefore() {
    for (int i = 0; i < 40; i++) {
      submit();
    }

    var last = submit();

    assertThat(last.header("Retry-After")).isEqualTo("3");
    assertThat(poll(last.taskId()).header("Retry-After")).isEqualTo("3");
  }

  @Test
  void completedTaskNamesItsResourceBeforeItself() {
    String task = submit().taskId();
    server.process();

    var json = poll(task).json();

    assertThat(json.get("status").asString()).isEqualTo("processing-completed");
    int id = json.at("/response/resourceId").asInt();
    assertThat(json.at("/links/0/rel").asString()).isEqualTo("resource");
    assertThat(json.at("/links/0/href").asString()).endsWith("/v1/subscriptions/" + id);
    assertThat(json.at("/links/1/rel").asString()).isEqualTo("self");
    assertThat(json.at("/x-slipway/attempts").asInt()).isEqualTo(1);
    assertThat(json.at("/x-slipway/finishedAt").isString()).isTrue();
  }

  @Test
  void failedTaskSaysWhyAsATriple() {
    String task = owner.delete("/v1/subscriptions/77").taskId();
    server.process();

    var json = poll(task).json();

    assertThat(json.get("status").asString()).isEqualTo("processing-error");
    assertThat(json.at("/response/error/type").asString()).isEqualTo("SUBSCRIPTION_NOT_FOUND");
    assertThat(json.at("/response/error/status").asString()).isEqualTo("404 NOT_FOUND");
    assertThat(json.at("/response/error/description").asString()).contains("77");
    assertThat(json.get("links").size()).isEqualTo(1);
  }

  @Test
  void unknownTaskIsNotFound() {
    assertThat(poll(UUID.randomUUID().toString()).status()).isEqualTo(404);
  }

  @Test
  void idThatIsNoTaskIdIsNotFound() {
    assertThat(poll("latest").status()).isEqualTo(404);
  }

  @Test
  void anotherAccountsTaskIsNotFound() {
    String task = submit().taskId();

    assertThat(server.owner(2).get("/v1/tasks/" + task).status()).isEqualTo(404);
  }

  @Test
  void tasksAreListedWithTheNewestChangeFirst() {
    String first = submit().taskId();
    server.pass(Duration.ofMinutes(1));
    String second = submit().taskId();

    var json = owner.get("/v1/tasks").json();

    assertThat(json.get("tasks").valueStream().map(TaskRoutesTest::id))
        .containsExactly(second, first);
  }

  @Test
  void tasksOlderThanTenDaysAreNotListed() {
    submit();
    server.process();
    server.pass(Duration.ofDays(10).plusSeconds(1));

    assertThat(owner.get("/v1/tasks").json().get("tasks").isEmpty()).isTrue();
  }

  @Test
  void listEndsAtItsLimitWithTheOldestChangesLeftOut(@TempDir Path other) {
    server.close();
    var small = new LimitsDraft();
    small.taskList = 2;
    server = ApiServer.start(other, Api.GENEROUS_RATE, small.limits());
    owner = server.owner(1);
    submit();
    server.pass(Duration.ofMinutes(1));
    String second = submit().taskId();
    server.pass(Duration.ofMinutes(1));
    String third = submit().taskId();

    var json = owner.get("/v1/tasks").json();

    assertThat(json.get("tasks").valueStream().map(TaskRoutesTest::id))
        .containsExactly(third, second);
  }

  @Test
  void heldPollIsAnsweredWhenTheTaskIsFinished() {
    var poll = heldPoll(submit().taskId());

    server.process();

    assertThat(poll.join().json().get("status").asString()).isEqualTo("processing-completed");
  }

  @Test
  void heldPollIsAnsweredAtTheShutdown() {
    var poll = heldPoll(submit().taskId());

    server.release();

    assertThat(poll.join().json().get("status").asString()).isEqualTo("received");
  }

  /// A poll that lets itself be held for longer than its client waits.
  private CompletableFuture<Client.Reply> heldPoll(String task) {
    return CompletableFuture.supplyAsync(
        () -> owner.send("GET", "/v1/tasks/" + task, "", "Prefer", "wait=25"),
        Thread::startVirtualThread);
  }

  private static String id(JsonNode task) {
    return task.get("taskId").asString();
  }
}
