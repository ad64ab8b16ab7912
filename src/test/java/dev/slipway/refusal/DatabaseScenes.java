package dev.slipway.refusal;

import dev.slipway.model.Kind;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Status;
import java.util.List;

/// What the database `cache` of a subscription at AWS in us-east-1 may be in.
final class DatabaseScenes {
  private DatabaseScenes() {}

  static List<Scene> all() {
    return List.of(
        of("database", "a database", ""),
        of("old-database", "a database of Redis 6.2", ",'redisVersion':'6.2'"),
        of("newest-database", "a database of Redis 8.6", ",'redisVersion':'8.6'"),
        of(
            "custom-sharding",
            "a database that shards by rules of its own",
            ",'shardingType':'custom-regex-rules'"),
        of("cluster", "a database with the cluster API", ",'supportOSSClusterApi':true"),
        of(
            "hashing",
            "a database that shards as open-source Redis does",
            ",'shardingType':'redis-oss-hashing'"),
        Scene.of(
            "two-databases",
            "the databases cache and second, which has port 10777, and an empty subscription",
            stage -> {
              Setting.database(stage, "");
              stage.active(Setting.DATABASES, Setting.SECOND);
              Setting.empty(stage);
            }),
        Scene.of(
            "followed",
            "a database that is followed by another, which has port 10777",
            stage -> {
              Setting.database(stage, ",'port':10778");
              stage.active(
                  Setting.DATABASES,
                  Setting.SECOND.replace("}", ",'replicaOf':['localhost:10778']}"));
            }),
        Scene.of(
            "changing-database",
            "a database that is being changed",
            stage -> {
              Setting.database(stage, "");
              stage.accepted("PUT", Setting.DATABASE, "{'password':'new'}");
            }),
        Scene.of(
            "upgrading-database",
            "a database that is being upgraded",
            stage -> {
              Setting.database(stage, ",'redisVersion':'7.2'");
              stage.accepted("POST", Setting.DATABASE + "/upgrade", "{'targetRedisVersion':'7.4'}");
            }),
        Scene.of(
            "deleting-database",
            "a database that is being deleted",
            stage -> {
              Setting.database(stage, "");
              stage.accepted("DELETE", Setting.DATABASE, "");
            }),
        Scene.of("failed-database", "a database that failed", DatabaseScenes::failed),
        Scene.of(
            "full-database",
            "a database of 1 GB that holds 0.5 GB",
            stage -> {
              Setting.database(stage, ",'datasetSizeInGb':1");
              stage.uses(Stage.FIRST, 500_000_000);
            }),
        changed("tls-database", "a database with TLS", "{'enableTls':true}"),
        changed(
            "no-default-user", "a database without default user", "{'enableDefaultUser':false}"),
        changed(
            "open-sources",
            "a database that lets in one public address",
            "{'sourceIp':['8.8.8.8/32']}"),
        changed("backup", "a database with a backup", Setting.backup(true)),
        Scene.of(
            "backup-off",
            "a database whose backup is switched off",
            stage -> {
              Setting.database(stage, "");
              change(stage, Setting.backup(true));
              change(stage, Setting.backup(false));
            }),
        Scene.of(
            "transfers",
            "a database with a backup and an import under way",
            stage -> {
              Setting.database(stage, "");
              stage.accepted(
                  "POST", Setting.DATABASE + "/backup", "{'adhocBackupPath':'s3://bucket'}");
              stage.accepted(
                  "POST",
                  Setting.DATABASE + "/import",
                  "{'sourceType':'http','importFromUri':['http://host/a.rdb']}");
            }),
        Scene.of("tagged", "a database with the tag team", stage -> tagged(stage, "team")),
        Scene.of(
            "fifty-tags",
            "a database with 50 tags",
            stage -> {
              tagged(stage, "k0");
              for (int i = 1; i < 50; i++) {
                tag(stage, "k" + i);
              }
            }));
  }

  private static Scene of(String name, String has, String wish) {
    return Scene.of(name, has, stage -> Setting.database(stage, wish));
  }

  private static Scene changed(String name, String has, String change) {
    return Scene.of(
        name,
        has,
        stage -> {
          Setting.database(stage, "");
          change(stage, change);
        });
  }

  private static void change(Stage stage, String change) {
    stage.accepted("PUT", Setting.DATABASE, change);
    stage.rest();
  }

  private static void failed(Stage stage) {
    stage.accepted("POST", "/subscriptions", Setting.SUBSCRIPTION);
    var why = new Problem(ProblemType.PROVISION_FAILURE, "why");
    stage.settle(Kind.DATABASE, Stage.FIRST, new Status.Failed(why));
    stage.rest();
  }

  private static void tagged(Stage stage, String key) {
    Setting.database(stage, "");
    tag(stage, key);
  }

  private static void tag(Stage stage, String key) {
    stage.done("POST", Setting.DATABASE + "/tags", "{'key':'" + key + "','value':'v'}");
  }
}
