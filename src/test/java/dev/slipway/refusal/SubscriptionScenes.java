package dev.slipway.refusal;

import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import java.time.Duration;
import java.util.List;

/// What subscriptions and cloud accounts may be in.
final class SubscriptionScenes {
  private SubscriptionScenes() {}

  static List<Scene> all() {
    return List.of(
        Scene.of("nothing", "nothing", _ -> {}),
        Scene.of(
            "later",
            "a subscription with a database, years later: cards and certificates have expired",
            stage -> {
              Setting.database(stage, "");
              stage.pass(Duration.ofDays(5_000));
            }),
        Scene.of("empty-subscription", "a subscription without databases", Setting::empty),
        Scene.of(
            "pending",
            "a subscription and its database that are being made",
            stage -> stage.accepted("POST", "/subscriptions", Setting.SUBSCRIPTION)),
        Scene.of(
            "growing-subscription",
            "a subscription that grows to hold a larger database",
            stage -> {
              Setting.database(stage, "");
              stage.accepted("PUT", Setting.DATABASE, "{'datasetSizeInGb':20}");
              stage.settle(Kind.DATABASE, Stage.FIRST, new Status.Active());
            }),
        Scene.of(
            "deleting-subscription",
            "a subscription that is being deleted",
            stage -> {
              Setting.empty(stage);
              stage.accepted("DELETE", "/subscriptions/10001", "");
            }),
        Scene.of(
            "three-pending",
            "subscriptions: 10001 is empty, 10002 has the database 10002, 10003 is in two regions,"
                + " and three are being made",
            SubscriptionScenes::threePending),
        Scene.of(
            "closed",
            "a subscription without public endpoints",
            stage -> stage.active("/subscriptions", Setting.CLOSED)),
        Scene.of(
            "flash",
            "a subscription with memory on flash",
            stage -> stage.active("/subscriptions", Setting.FLASH)),
        Scene.of(
            "flash-and-database",
            "a database on flash at port 10889, and a subscription with a database",
            stage -> {
              stage.active("/subscriptions", Setting.FLASH.replace("0.1}", "0.1,'port':10889}"));
              stage.active("/subscriptions", Setting.SUBSCRIPTION);
            }),
        Scene.of(
            "own-account",
            "a subscription in the user's cloud account 10001; in 10002 there is none",
            stage -> {
              stage.active("/cloud-accounts", Setting.account(1));
              stage.active("/cloud-accounts", Setting.account(2));
              stage.active("/subscriptions", Setting.OWN_ACCOUNT);
            }),
        Scene.of(
            "own-account-pending",
            "a subscription that is being made in the user's cloud account",
            stage -> {
              stage.active("/cloud-accounts", Setting.account(1));
              stage.accepted("POST", "/subscriptions", Setting.OWN_ACCOUNT);
            }),
        Scene.of(
            "awaiting-key",
            "a subscription that waits for its key",
            stage -> stage.accepted("POST", "/subscriptions", Setting.keyed(Setting.SUBSCRIPTION))),
        Scene.of(
            "key-and-three-pending",
            "a subscription that waits for its key, and three that are being made",
            stage -> {
              stage.accepted("POST", "/subscriptions", Setting.keyed(Setting.SUBSCRIPTION));
              makingThree(stage);
            }),
        Scene.of(
            "taking-key",
            "a subscription whose key was just named",
            stage -> {
              stage.accepted("POST", "/subscriptions", Setting.keyed(Setting.SUBSCRIPTION));
              stage.accepted("PUT", "/subscriptions/10001", Setting.KEY);
            }),
        Scene.of(
            "key-of-google",
            "a subscription at Google that waits for its key",
            stage -> stage.accepted("POST", "/subscriptions", Setting.keyed(Setting.GOOGLE))),
        Scene.of(
            "account-pending",
            "a cloud account that is being added",
            stage -> stage.accepted("POST", "/cloud-accounts", Setting.account(1))),
        Scene.of(
            "account-at-google",
            "a cloud account at Google",
            stage ->
                stage.active("/cloud-accounts", Setting.account(1).replace("'AWS'", "'GCP'"))));
  }

  private static void threePending(Stage stage) {
    Setting.empty(stage);
    stage.active("/subscriptions", Setting.SUBSCRIPTION);
    stage.active("/subscriptions", Setting.WORLD);
    makingThree(stage);
  }

  private static void makingThree(Stage stage) {
    for (int i = 0; i < 3; i++) {
      stage.accepted("POST", "/subscriptions", Setting.SUBSCRIPTION);
    }
  }
}
