package dev.slipway.api.trap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ActiveActiveTest;
import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Traps of tasks, and of the statuses that clients wait through.
final class TaskTrapsTest extends ActiveActiveTest {
  /// What the Terraform provider waits through; any other status ends its wait as a failure.
  private static final Set<String> WAITED_THROUGH =
      Set.of(
          "draft",
          "pending",
          "active-change-pending",
          "active-change-draft",
          "rcp-active-change-draft",
          "rcp-draft",
          "rcp-change-pending",
          "proxy-policy-change-pending",
          "proxy-policy-change-draft",
          "dynamic-endpoints-creation-pending",
          "active-upgrade-pending",
          "bdb-update-pending",
          "active");

  private static final String DATABASE = "{\"name\":\"second\",\"datasetSizeInGb\":0.1}";

  /// Whatever is under `error` ends the wait, also while the task is running.
  @Trap(5)
  void unfailedTaskHasNoError() {
    String databases = "/subscriptions/" + database() + "/databases";
    var received = owner.post("/v1" + databases, DATABASE);
    JsonNode waiting = task(received.taskId());
    server.process();

    assertThat(List.of(received.json(), waiting, task(received.taskId())))
        .allSatisfy(task -> assertThat(task.at("/response/error").isMissingNode()).isTrue());
  }

  /// The Go SDK looks into the response of a task, and into what a question found, without asking.
  @Trap(6)
  void endedTaskHasAResponseAndAQuestionHasWhatItFound() {
    String single = "/subscriptions/" + database();
    String world = "/subscriptions/" + world();
    String own = "/subscriptions/" + inOwnCloudAccount();

    assertThat(task("PUT", single, "{\"name\":\"renamed\"}").get("response").isObject()).isTrue();
    for (String question :
        new String[] {
          own + "/cidr",
          single + "/peerings",
          single + "/transitGateways",
          single + "/transitGateways/invitations",
          single + "/private-link",
          world + "/regions/peerings",
          world + "/regions/1/transitGateways",
          world + "/regions/1/private-link",
          single + "/databases/10001/backup",
          single + "/databases/10001/import"
        }) {
      var task = task("GET", question, "");
      assertThat(task.at("/response/resource").isObject()).as(question + ": " + task).isTrue();
    }
  }

  /// A text is not decoded, and a missing one is taken for 0.
  @Trap(7)
  void taskThatMadeSomethingTellsItsNumber() {
    var subscription = task("POST", "/subscriptions", TWO_REGIONS).at("/response/resourceId");
    server.settle(Kind.SUBSCRIPTION, subscription.asInt(), new Status.Active());
    var database =
        task("POST", "/subscriptions/" + subscription.asInt() + "/databases", DATABASE)
            .at("/response/resourceId");

    assertThat(List.of(subscription, database))
        .allSatisfy(id -> assertThat(id.isInt() && id.asInt() > 0).as(id.toString()).isTrue());
  }

  /// A status that the Go SDK does not know is a failure to it.
  @Trap(8)
  void taskIsReceivedThenCompletedOrInError() {
    String databases = "/v1/subscriptions/" + database() + "/databases";
    var good = owner.post(databases, DATABASE);
    var taken = owner.post(databases, DATABASE);
    assertThat(good.json().get("status").asString()).isEqualTo("received");
    assertThat(task(good.taskId()).get("status").asString()).isEqualTo("received");

    server.process();

    assertThat(task(good.taskId()).get("status").asString()).isEqualTo("processing-completed");
    assertThat(task(taken.taskId()).get("status").asString()).isEqualTo("processing-error");
  }

  /// A task that is not there costs a second, six times the whole operation; nor may what it made.
  @Trap(9)
  void taskIsReadableAtOnceAndSoIsWhatItMade() {
    var accepted = owner.post("/v1/subscriptions", TWO_REGIONS);
    assertThat(owner.get("/v1/tasks/" + accepted.taskId()).status()).isEqualTo(200);

    server.process();

    int made = task(accepted.taskId()).at("/response/resourceId").asInt();
    assertThat(owner.get("/v1/subscriptions/" + made).status()).isEqualTo(200);
  }

  /// An "unexpected state" ends Terraform's wait at once.
  @Trap(11)
  void databaseIsOnlyInStatusesThatClientsWaitThrough() {
    int single = database();
    String database = "/subscriptions/" + single + "/databases/" + single;
    String backup =
        """
        {"remoteBackup":{"active":true,"interval":"every-24-hours","timeUTC":"16:00",
         "storageType":"aws-s3","storagePath":"s3://bucket/one"}}
        """;
    String load = "{\"sourceType\":\"http\",\"importFromUri\":[\"http://example.com/a.rdb\"]}";

    statusAfter("PUT", database, "{\"name\":\"renamed\"}");
    statusAfter("PUT", database, backup);
    statusAfter("PUT", database + "/flush", "");
    statusAfter("POST", database + "/backup", "");
    statusAfter("POST", database + "/import", load);
    statusAfter("POST", database + "/upgrade", "{\"targetRedisVersion\":\"8.2\"}");
  }

  private void statusAfter(String method, String path, String body) {
    var ended = task(method, path, body);
    String database = path.replaceFirst("/(flush|backup|import|upgrade)$", "");

    assertThat(shown(database).get("status").asString())
        .as("%s %s: %s", method, path, ended)
        .isIn(WAITED_THROUGH);
    server.settle(Kind.DATABASE, shown(database).get("databaseId").asInt(), new Status.Active());
  }

  private JsonNode task(String id) {
    return owner.get("/v1/tasks/" + id).json();
  }
}
