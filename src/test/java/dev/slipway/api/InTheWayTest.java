package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is refused because something else is under way names the task that asked for that.
final class InTheWayTest extends FamilyTest {
  private static final String DATABASES = "/subscriptions/10001/databases";

  private String refusal(String method, String path, String body) {
    return task(method, path, body).at("/response/error/description").asString();
  }

  private String taskId(String method, String path, String body) {
    JsonNode task = task(method, path, body);
    assertThat(task.get("status").asString()).isEqualTo("processing-completed");
    return task.get("taskId").asString();
  }

  @Test
  void changeNamesTheChangeThatIsUnderWay() {
    database();
    String first = taskId("PUT", DATABASES + "/10001", "{\"datasetSizeInGb\":0.2}");

    assertThat(refusal("PUT", DATABASES + "/10001", "{\"datasetSizeInGb\":0.3}"))
        .contains("as task " + first + " asked");
  }

  @Test
  void deletionNamesTheCreationThatIsUnderWay() {
    database();
    String creation = taskId("POST", DATABASES, "{\"name\":\"more\",\"datasetSizeInGb\":0.1}");

    assertThat(refusal("DELETE", DATABASES + "/10002", "")).contains("task " + creation);
  }

  @Test
  void deathIsNobodysTask() {
    database();
    server.settle(Kind.DATABASE, 10001, new Status.Pending("its Redis died"));

    assertThat(refusal("DELETE", DATABASES + "/10001", ""))
        .contains("its Redis died")
        .doesNotContain("task");
  }

  @Test
  void fourthSubscriptionNamesTheTasksOfTheThree() {
    String body =
        """
        {"paymentMethod":"marketplace","cloudProviders":[{"regions":[{"region":"us-east-1"}]}],
         "databases":[{"name":"cache","datasetSizeInGb":0.1}]}
        """;
    String first = taskId("POST", "/subscriptions", body);
    String second = taskId("POST", "/subscriptions", body);
    String third = taskId("POST", "/subscriptions", body);

    assertThat(refusal("POST", "/subscriptions", body)).contains(first, second, third);
  }

  @Test
  void resourceShowsItsPhase() {
    database();
    assertThat(shown(DATABASES + "/10001").at("/x-slipway/phase").asString()).isEqualTo("serving");

    accepted("PUT", DATABASES + "/10001", "{\"datasetSizeInGb\":0.2}");

    JsonNode extension = shown(DATABASES + "/10001").get("x-slipway");
    assertThat(extension.get("phase").asString()).isEqualTo("changing");
    assertThat(extension.get("since").asString()).endsWith("Z");
    assertThat(extension.get("reason").asString()).isNotEmpty();
  }
}
