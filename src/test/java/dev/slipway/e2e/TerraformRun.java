package dev.slipway.e2e;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `terraform apply`, an update and `terraform destroy` of a subscription and a database: every
/// request of the provider in its order, and every answer. The provider's pauses are left out: each
/// request follows the answer before it at once.
final class TerraformRun {
  /// Every answer, in the order of the requests.
  final List<Reply> diary = new ArrayList<>();

  final Reply paymentMethods;
  final Reply regions;
  final Reply persistence;
  final Reply modules;
  final Reply redisVersions;
  final Reply subscriptionCreated;
  final Reply plannedPage;
  final Reply pageAfterTheLast;
  final Reply putWhileDatabasesAreDeleted;
  final Reply emptySubscription;
  final Reply emptyPage;
  final Reply emptyPricing;
  final Reply maintenanceWindows;
  final Reply databaseCreated;
  final Reply database;
  final Reply pricing;
  final Reply databaseAfterPut;
  final Reply databaseAfterSecondPut;
  final Reply brokenCertificate;
  final Reply databaseGone;
  final Reply subscriptionGone;

  private final Walker walker;
  private final String subscription;
  private final String databases;

  TerraformRun(Walker plain) throws Exception {
    walker = plain.telling(diary::add);
    paymentMethods = walker.get("/payment-methods");
    regions = walker.get("/regions");
    persistence = walker.get("/data-persistence");
    modules = walker.get("/database-modules");

    subscriptionCreated =
        walker.verdict(walker.post("/subscriptions", TerraformBodies.postSubscription()));
    subscription = "/subscriptions/" + resource(subscriptionCreated);
    databases = subscription + "/databases";
    walker.active(subscription);
    redisVersions =
        walker.get(
            "/subscriptions/redis-versions%3FsubscriptionId=" + resource(subscriptionCreated));
    plannedPage = page(0);
    pageAfterTheLast = page(100);
    for (JsonNode planned : plannedPage.at("/subscription/0/databases")) {
      walker.resource(walker.delete(databases + "/" + planned.get("databaseId").asInt()));
    }
    putWhileDatabasesAreDeleted =
        walker.verdict(walker.put(subscription, TerraformBodies.putSubscription()));
    emptyPage =
        Eventually.until(() -> page(0), page -> page.at("/subscription/0/databases").isEmpty());
    emptySubscription = walker.active(subscription);
    emptyPricing = walker.get(subscription + "/pricing");
    maintenanceWindows = walker.get(subscription + "/maintenance-windows");

    databaseCreated = walker.verdict(walker.post(databases, TerraformBodies.postDatabase()));
    String path = databases + "/" + resource(databaseCreated);
    database = walker.active(path);
    pricing = walker.get(subscription + "/pricing");
    databaseAfterPut = put(path, "null");
    databaseAfterSecondPut = put(path, "[]");
    brokenCertificate = walker.verdict(walker.put(path, TerraformBodies.PUT_BROKEN_CERTIFICATE));

    walker.resource(walker.delete(path));
    databaseGone = walker.gone(path);
    walker.active(subscription);
    walker.resource(walker.send("DELETE", subscription, "{}"));
    subscriptionGone = walker.gone(subscription);
  }

  private Reply page(int offset) {
    return walker.get(databases + "?limit=100&offset=" + offset);
  }

  private Reply put(String path, String replicaOf) throws Exception {
    String password = database.word("/security/password");
    walker.resource(walker.put(path, TerraformBodies.putDatabase(replicaOf, password)));
    return walker.active(path);
  }

  private static int resource(Reply verdict) {
    return verdict.at("/response/resourceId").asInt();
  }

  /// The subscription's number.
  int subscriptionId() {
    return resource(subscriptionCreated);
  }

  /// The answers to accepted requests.
  List<Reply> accepted() {
    return diary.stream().filter(reply -> !method(reply).equals("GET")).toList();
  }

  /// The answers to polls of tasks.
  List<Reply> polls() {
    return reads("/v1/tasks/");
  }

  /// The answers that show one database.
  List<Reply> databaseReads() {
    return reads("/v1/subscriptions/" + subscriptionId() + "/databases/");
  }

  /// The answers that show the subscription.
  List<Reply> subscriptionReads() {
    return diary.stream()
        .filter(reply -> method(reply).equals("GET"))
        .filter(reply -> path(reply).equals("/v1/subscriptions/" + subscriptionId()))
        .toList();
  }

  private List<Reply> reads(String prefix) {
    return diary.stream()
        .filter(reply -> method(reply).equals("GET"))
        .filter(reply -> path(reply).startsWith(prefix))
        .toList();
  }

  private static String method(Reply reply) {
    return reply.http().request().method();
  }

  private static String path(Reply reply) {
    return reply.http().uri().getPath();
  }
}
