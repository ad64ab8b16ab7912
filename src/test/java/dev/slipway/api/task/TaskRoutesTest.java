package dev.slipway.api.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.Api;
import dev.slipway.api.ApiServer;
import dev.slipway.api.Client;
import dev.slipway.model.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class TaskRoutesTest {
  private static final String BODY =
      """
      {"paymentMethodId":8241,"cloudProviders":[{"regions":[{"region":"us-east-1"}]}],
       "databases":[{"name":"cache","datasetSizeInGb":1}]}
      """;

  @TempDir Path folder;
  private ApiServer server;
  private Client owner;

  @BeforeEach
  void start() {
    server = ApiServer.start(folder);
    owner = server.owner(1);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Client.Reply submit(String... headers) {
    return owner.send("POST", "/v1/subscriptions", BODY, headers);
  }

  private Client.Reply poll(String taskId) {
    return owner.send("GET", "/v1/tasks/" + taskId, "", "Prefer", "wait=0");
  }

  @Test
  void acceptedRequestIsAnsweredWithTheReceivedTask() {
    var reply = submit();

    assertThat(reply.status()).isEqualTo(202);
    var json = reply.json();
    assertThat(json.get("commandType").asString()).isEqualTo("subscriptionCreateRequest");
    assertThat(json.get("status").asString()).isEqualTo("received");
    assertThat(json.get("description").asString())
        .isEqualTo("Task request received and is being queued for processing.");
    assertThat(json.get("timestamp").asString()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(json.has("response")).isFalse();
    assertThat(json.get("links").toString())
        .isEqualTo(
            "[{\"rel\":\"task\",\"type\":\"GET\",\"href\":\"http://127.0.0.1:"
                + server.port()
                + "/v1/tasks/"
                + reply.taskId()
                + "\"}]");
  }

  @Test
  void acceptedRequestSaysWhereAndWhenToLook() {
    var reply = submit();

    String where = "http://127.0.0.1:" + server.port() + "/v1/tasks/" + reply.taskId();
    assertThat(reply.header("Location")).isEqualTo(where);
    assertThat(reply.header("Operation-Location")).isEqualTo(where);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(UUID.fromString(reply.header("X-Request-Id"))).isNotNull();
  }

  @Test
  void waitingTaskSaysHowManyAreBeforeIt() {
    submit();
    var json = poll(submit().taskId()).json();

    assertThat(json.get("status").asString()).isEqualTo("received");
    assertThat(json.at("/x-slipway/tasksBefore").asInt()).isEqualTo(1);
    assertThat(json.at("/links/0/rel").asString()).isEqualTo("self");
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
  void repeatedKeyGetsTheFirstAnswer() {
    String first = submit("Idempotency-Key", "k").taskId();
    server.process();

    var again = submit("Idempotency-Key", "k");

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.taskId()).isEqualTo(first);
    assertThat(again.json().get("status").asString()).isEqualTo("received");
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void keyOfAnotherBodyIsUnprocessable() {
    submit("Idempotency-Key", "k");

    var other =
        owner.send(
            "POST", "/v1/subscriptions", BODY.replace("cache", "other"), "Idempotency-Key", "k");

    assertThat(other.status()).isEqualTo(422);
  }

  @Test
  void keyIsGoodForAnotherPath() {
    submit("Idempotency-Key", "k");

    assertThat(owner.send("DELETE", "/v1/subscriptions/7", "", "Idempotency-Key", "k").status())
        .isEqualTo(202);
  }

  @Test
  void fullLaneTurnsRequestsAway(@TempDir Path other) {
    server.close();
    server = ApiServer.start(other, Api.GENEROUS_RATE, lane(1));
    owner = server.owner(1);
    submit();

    var reply = submit();

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
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

  private static Limits lane(int depth) {
    var standard = Limits.standard();
    return new Limits(
        depth,
        standard.databasesPerSubscription(),
        standard.quantity(),
        standard.changingSubscriptions(),
        standard.taskAttempts(),
        standard.taskLease(),
        standard.provisioning(),
        standard.recovery(),
        standard.firstRetry(),
        standard.lastRetry(),
        standard.driftLook(),
        standard.taskRetention(),
        standard.taskList(),
        standard.capacityStepGb());
  }
}
