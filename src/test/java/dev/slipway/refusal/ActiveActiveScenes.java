package dev.slipway.refusal;

import java.util.List;

/// What an Active-Active subscription may be in.
final class ActiveActiveScenes {
  private static final String CHANGE = Setting.DATABASE + "/regions";

  private static final String KEYS =
      """
      {'deletionGracePeriod':'1-hour','customerManagedKeys':[
        {'region':'us-east-1','resourceName':'arn:aws:kms:us-east-1:123456789012:key/a'},
        {'region':'us-east-2','resourceName':'arn:aws:kms:us-east-2:123456789012:key/a'}]}
      """;

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
            "world-awaiting-keys",
            "an Active-Active subscription that waits for its keys",
            stage -> stage.accepted("POST", "/subscriptions", Setting.keyed(Setting.WORLD))),
        Scene.of(
            "world-with-keys",
            "an Active-Active subscription with keys of its own",
            stage -> {
              stage.accepted("POST", "/subscriptions", Setting.keyed(Setting.WORLD));
              stage.accepted("PUT", "/subscriptions/10001", KEYS);
              stage.rest();
            }),
        Scene.of(
            "world-and-database",
            "an Active-Active database at port 10888, and a subscription with a database",
            stage -> {
              stage.active("/subscriptions", Setting.WORLD.replace("0.5}", "0.5,'port':10888}"));
              stage.active("/subscriptions", Setting.SUBSCRIPTION);
            }),
        Scene.of(
            "user-off-in-a-region",
            "an Active-Active database without its default user in us-east-1",
            stage -> {
              stage.active("/subscriptions", Setting.WORLD);
              stage.accepted(
                  "PUT", CHANGE, "{'regions':[{'region':'us-east-1','enableDefaultUser':false}]}");
              stage.rest();
            }),
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
