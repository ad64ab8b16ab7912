package dev.slipway.api.database;

import static dev.slipway.api.http.Parameter.optional;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.api.resource.Rows;
import dev.slipway.model.Catalogue;
import dev.slipway.model.Command;
import dev.slipway.model.DatabaseCommand.ReadBackup;
import dev.slipway.model.DatabaseCommand.ReadImport;
import dev.slipway.model.DatabaseCommand.StartBackup;
import dev.slipway.model.DatabaseCommand.StartImport;
import dev.slipway.model.DatabaseCommand.UpgradeDatabase;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.Secret;
import dev.slipway.model.Status;
import dev.slipway.store.Store;
import java.util.List;

/// The operations on the version of a database, and those that tell of its transfers.
public final class DatabaseStateRoutes {
  private static final String ONE = "/subscriptions/{subscriptionId}/databases/{databaseId}";

  private final Store store;
  private final Catalogue catalogue;

  /// Into this queue, from these rows.
  public DatabaseStateRoutes(Store store, Catalogue catalogue) {
    this.store = store;
    this.catalogue = catalogue;
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get(
                ONE + "/available-target-versions",
                "getDatabaseAvailableVersions",
                "Lists the versions to which a database can be upgraded")
            .shows(Targets.class, this::targets),
        Operation.get(
                ONE + "/upgrade",
                "getDatabaseRedisVersionUpgradeStatus",
                "Shows how the last upgrade of a database went")
            .shows(UpgradeStatus.class, this::upgradeStatus),
        Operation.post(
                ONE + "/upgrade",
                "upgradeDatabaseRedisVersion",
                "Upgrades a database to a newer version")
            .takes(UpgradeBody.class)
            .submits(UpgradeDatabase.class, this::upgrade),
        Operation.get(
                ONE + "/backup", "getDatabaseBackupStatus", "Tells of the last backup, in a task")
            .asking(
                optional("regionName", String.class, "where; needed for Active-Active databases"))
            .submits(ReadBackup.class, this::backupStatus),
        Operation.post(ONE + "/backup", "backupDatabase", "Backs a database up now")
            .asking(optional("regionName", String.class, "where, for clients that send no body"))
            .mayTake(BackupNowBody.class)
            .submits(StartBackup.class, this::backUp),
        Operation.post(ONE + "/import", "importDatabase", "Fills a database with other data")
            .takes(ImportBody.class)
            .submits(StartImport.class, this::fill),
        Operation.get(
                ONE + "/import", "getDatabaseImportStatus", "Tells of the last import, in a task")
            .submits(ReadImport.class, this::importStatus));
  }

  record Targets(List<Target> targets) {}

  record Target(String redisVersion) {}

  private Answer targets(Call call) {
    var spec = database(call).spec();
    // An Active-Active database keeps its version (api-rules 4.11).
    List<String> versions =
        spec.crdb() == null ? catalogue.upgradesOf(spec.engine().redisVersion()) : List.of();
    return Answer.ok(new Targets(versions.stream().map(Target::new).toList()));
  }

  /// @param progress in percent
  record UpgradeStatus(
      int databaseId, String targetRedisVersion, double progress, String upgradeStatus) {}

  private Answer upgradeStatus(Call call) {
    var database = database(call);
    String target = database.spec().engine().upgradedTo();
    if (target == null) {
      throw Refusal.of(
          ProblemType.DATABASE_UPGRADE_WORKFLOW_NOT_FOUND,
          "database " + database.id() + " was never upgraded.");
    }
    boolean failed = database.status() instanceof Status.Failed;
    return Answer.ok(
        database.status().upgrading()
            ? new UpgradeStatus(database.id(), target, 50, failed ? "failed" : "in-progress")
            : new UpgradeStatus(database.id(), target, 100, "done"));
  }

  private Command upgrade(Call call, UpgradeBody body) {
    int subscription = call.number("subscriptionId");
    int database = call.number("databaseId");
    String target = body.targetRedisVersion();
    return new UpgradeDatabase(subscription, database, target);
  }

  private Command backupStatus(Call call) {
    return new ReadBackup(
        call.number("subscriptionId"), call.number("databaseId"), call.query().get("regionName"));
  }

  private Command backUp(Call call, BackupNowBody body) {
    int subscription = call.number("subscriptionId");
    int database = call.number("databaseId");
    String path = body.adhocBackupPath();
    return new StartBackup(
        subscription,
        database,
        body.regionName() == null ? call.query().get("regionName") : body.regionName(),
        path == null ? null : new Secret(path));
  }

  private Command fill(Call call, ImportBody body) {
    int subscription = call.number("subscriptionId");
    int database = call.number("databaseId");
    var uris = body.importFromUri().stream().map(Secret::new).toList();
    return new StartImport(subscription, database, body.sourceType(), uris);
  }

  private Command importStatus(Call call) {
    return new ReadImport(call.number("subscriptionId"), call.number("databaseId"));
  }

  private Resource<DatabaseSpec> database(Call call) {
    return store.read(tx -> Rows.database(tx, call, Rows.subscription(tx, call)));
  }
}
