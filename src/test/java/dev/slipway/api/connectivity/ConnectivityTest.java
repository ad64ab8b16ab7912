package dev.slipway.api.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.FamilyTest;
import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A test of what connects subscriptions: the first one is 10001.
abstract class ConnectivityTest extends FamilyTest {
  /// An active subscription at AWS, in us-east-1 at 192.168.0.0/24, with one database.
  final int atAws() {
    return database();
  }

  /// An active subscription at Google.
  final int atGoogle() {
    int id =
        accepted(
            "POST",
            "/subscriptions",
            """
            {"name":"store","paymentMethod":"marketplace",
             "cloudProviders":[{"provider":"GCP","regions":[{"region":"us-central1"}]}],
             "databases":[{"name":"cache","datasetSizeInGb":0.1}]}
            """);
    settle(Kind.SUBSCRIPTION, id);
    return id;
  }

  /// Whatever the row waited for has happened.
  final void settle(Kind kind, int id) {
    server.settle(kind, id, new Status.Active());
  }

  /// What the task of a question found.
  final JsonNode found(String path) {
    var task = task("GET", path, "");
    assertThat(task.get("status").asString()).as(task.toString()).isEqualTo("processing-completed");
    return task.at("/response/resource");
  }

  /// A body of a table, with its quotes as JSON has them.
  static String json(@Nullable String body) {
    return text(body).replace('\'', '"');
  }

  /// A text of a table, which reads an empty one as null.
  static String text(@Nullable String cell) {
    return cell == null ? "" : cell;
  }
}
