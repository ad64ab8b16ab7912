package dev.slipway.refusal;

import java.util.List;

/// What an Active-Active subscription may be in.
final class ActiveActiveScenes {
  private static final String CHANGE = Setting.DATABASE + "/regions";

  private ActiveActiveScenes() {}

  static List<Scene> all() {
    return List.of(
        of("world", "a database in us-east-1 and us-east-2, which are 1 and 59", Setting.WORLD),
        of(
            "world-at-google",
            "a database in us-central1 and us-east1, which are 27 and 38",
            Setting.WORLD_AT_GOOGLE),
        of(
            "world-of-old",
            "an Active-Active database of Redis 6.2",
            Setting.WORLD.replace("0.5}", "0.5,'redisVersion':'6.2'}")),
        of("ten-regions", "a database in ten regions", Setting.tenRegions()),
        of(
            "ten-databases",
            "ten databases in two regions",
            Setting.WORLD.replace("0.5}", "0.5,'quantity':10}")),
        of(
            "closed-world",
            "an Active-Active subscription without public endpoints",
            Setting.WORLD.replace("{'name':'world'", "{'publicEndpointAccess':false")),
        Scene.of(
            "world-pending",
            "an Active-Active subscription that is being made",
            stage -> stage.accepted("POST", "/subscriptions", Setting.WORLD)),
        Scene.of(
            "world-pending-at-google",
            "an Active-Active subscription at Google that is being made",
            stage -> stage.accepted("POST", "/subscriptions", Setting.WORLD_AT_GOOGLE)),
        Scene.of(
            "changing-world",
            "an Active-Active database that is being changed",
            stage -> {
              stage.active("/subscriptions", Setting.WORLD);
              stage.accepted("PUT", CHANGE, "{'globalPassword':'new'}");
            }),
        Scene.of(
            "open-region",
            "an Active-Active database that lets in a public address in one region",
            stage -> {
              stage.active("/subscriptions", Setting.WORLD);
              stage.accepted(
                  "PUT",
                  CHANGE,
                  """
                  {'globalSourceIp':['10.0.0.0/8'],
                   'regions':[{'region':'us-east-1','sourceIp':['8.8.8.8/32']}]}
                  """);
              stage.rest();
            }));
  }

  private static Scene of(String name, String has, String body) {
    return Scene.of(name, has, stage -> stage.active("/subscriptions", body));
  }
}
