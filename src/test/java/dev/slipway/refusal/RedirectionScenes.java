package dev.slipway.refusal;

import java.time.Duration;
import java.util.List;

/// How far a redirection from the database cache to the database second may have come.
final class RedirectionScenes {
  private static final String START =
      """
      {'sourceDatabaseId':10001,'targetDatabaseId':10002,'endpointTargetType':'private',
       'migrationProtection':true}
      """;

  private RedirectionScenes() {}

  static List<Scene> all() {
    return List.of(
        Scene.of("redirecting", "a redirection that has begun", RedirectionScenes::begun),
        Scene.of(
            "redirected",
            "a redirection that is completed",
            stage -> {
              begun(stage);
              stage.pass(Duration.ofSeconds(3));
            }),
        Scene.of(
            "redirected-long-ago",
            "a redirection that was completed more than a day ago",
            stage -> {
              begun(stage);
              stage.pass(Duration.ofHours(25));
            }));
  }

  private static void begun(Stage stage) {
    Setting.database(stage, "");
    stage.active(Setting.DATABASES, "{'name':'second','datasetSizeInGb':0.1}");
    stage.active(Setting.DATABASES, "{'name':'third','datasetSizeInGb':0.1,'enableTls':true}");
    stage.keep(
        "redirection",
        stage.done("POST", "/endpoint-redirections", START).get("redirectionId").asString());
  }
}
