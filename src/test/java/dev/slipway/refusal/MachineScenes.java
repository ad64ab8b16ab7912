package dev.slipway.refusal;

import static dev.slipway.api.Making.USUAL;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Making;
import dev.slipway.command.Installation;
import dev.slipway.model.Limits;
import dev.slipway.model.LimitsDraft;
import java.util.List;

/// Servers that are set up in other ways, each with a subscription and a database.
final class MachineScenes {
  private MachineScenes() {}

  static List<Scene> all() {
    return List.of(
        new Scene(
            "strict",
            "a server that has Redis 7.4 alone and is strict about engines",
            USUAL.on(new Installation(ApiServer.HOST, 10_000, 19_999, true, List.of("7.4.1"))),
            stage -> Setting.database(stage, ",'redisVersion':'7.4'")),
        of("new-engine", "a server with Redis 8.6", 10_000, 19_999, "8.6.0"),
        of("one-port", "a server with one port for databases", 10_000, 10_000, "7.0.15"),
        of("few-ports", "a server with the ports 10000 to 10009", 10_000, 10_009, "7.0.15"),
        of("high-ports", "a server with the ports 30000 to 30009", 30_000, 30_009, "7.0.15"),
        new Scene(
            "full-subscription",
            "a server that allows one database in a subscription, and there is one",
            USUAL.within(oneDatabase()),
            stage -> Setting.database(stage, "")),
        new Scene(
            "tight-budget",
            "a server with 0.3 GB for all databases, of which one takes 0.2 GB with its replica",
            USUAL.on(USUAL.installation().within(0.3)),
            stage -> Setting.database(stage, "")),
        new Scene(
            "other-catalogue",
            "the preview 9.0, only one zone in us-west-1, and an Active-Active subscription",
            USUAL.offering(Setting.other(USUAL.catalogue())),
            stage -> stage.active("/subscriptions", Setting.WORLD)));
  }

  private static Scene of(String name, String has, int firstPort, int lastPort, String engine) {
    Making making =
        USUAL.on(new Installation(ApiServer.HOST, firstPort, lastPort, false, List.of(engine)));
    return new Scene(name, has, making, stage -> Setting.database(stage, ""));
  }

  private static Limits oneDatabase() {
    var draft = new LimitsDraft();
    draft.databasesPerSubscription = 1;
    return draft.limits();
  }
}
