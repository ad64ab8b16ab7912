package dev.slipway.command;

import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_BACKUP_MISSING_REGION_NAME;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_BACKUP_STATUS_MISSING_REGION_NAME;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_INVALID_BACKUP_REGION_NAME;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_INVALID_BACKUP_STATUS_REGION_NAME;
import static dev.slipway.model.ProblemType.BACKUP_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION;
import static dev.slipway.model.ProblemType.BACKUP_STATUS_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION;
import static dev.slipway.model.ProblemType.DATABASE_BACKUP_DISABLED;
import static dev.slipway.model.ProblemType.DATABASE_BACKUP_NOT_CONFIGURED;
import static dev.slipway.model.ProblemType.DATABASE_BACKUP_NOT_SUPPORTED;

import dev.slipway.model.Crdb;
import dev.slipway.model.DatabaseCommand.ReadBackup;
import dev.slipway.model.DatabaseCommand.StartBackup;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.NothingYet;
import dev.slipway.model.ProblemType;
import dev.slipway.model.SubscriptionSpec;
import org.jspecify.annotations.Nullable;

/// Backs databases up, and tells how that went (api-rules 4.7). No backup was ever made here: a
/// request is checked as if one could be, and then refused. Asked for the last one, the answer is
/// empty (api-rules 1.7), though one client's recording has DATABASE_BACKUP_DISABLED (5.3).
final class BackupHandler {
  private static final Otherwise STATUS =
      new Otherwise(
          ACTIVE_ACTIVE_BACKUP_STATUS_MISSING_REGION_NAME,
          ACTIVE_ACTIVE_INVALID_BACKUP_STATUS_REGION_NAME,
          BACKUP_STATUS_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION);
  private static final Otherwise BACKUP =
      new Otherwise(
          ACTIVE_ACTIVE_BACKUP_MISSING_REGION_NAME,
          ACTIVE_ACTIVE_INVALID_BACKUP_REGION_NAME,
          BACKUP_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION);

  /// What a region that is missing, unknown or needless is refused with.
  private record Otherwise(ProblemType missing, ProblemType unknown, ProblemType needless) {}

  private BackupHandler() {}

  static Outcome read(ReadBackup command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    var database = turn.database(subscription, command.databaseId());
    region(subscription.spec(), command.region(), STATUS);
    return new Outcome.Accepted(database.id(), new NothingYet());
  }

  static Outcome back(StartBackup command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    var database = turn.database(subscription, command.databaseId());
    StatusRules.active(database, turn);
    region(subscription.spec(), command.regionName(), BACKUP);
    if (command.adhocPath() == null) {
      configured(backup(database.spec(), command.regionName()));
    } else {
      BackupRules.anyPath(command.adhocPath());
    }
    throw new Refused(
        DATABASE_BACKUP_NOT_SUPPORTED,
        "This server has no backup storage configured, so no backup was made.",
        "Copy the data with a client, such as redis-cli --rdb.");
  }

  /// Each region of an Active-Active database has backups of its own (api-rules 4.7).
  private static void region(
      SubscriptionSpec subscription, @Nullable String asked, Otherwise otherwise) {
    var regions = subscription.regions().stream().map(SubscriptionSpec.Region::region);
    if (!subscription.activeActive()) {
      if (asked != null) {
        throw new Refused(
            otherwise.needless(),
            "regionName is for Active-Active subscriptions.",
            "Leave it out.");
      }
    } else if (asked == null) {
      throw new Refused(
          otherwise.missing(),
          "Each region of an Active-Active database has backups of its own.",
          "Send regionName.");
    } else if (regions.noneMatch(asked::equals)) {
      throw new Refused(
          otherwise.unknown(),
          "The subscription is not in region %s.".formatted(Words.quoted(asked)),
          "GET /subscriptions/{id}/regions lists its regions.");
    }
  }

  private static DatabaseSpec.@Nullable Backup backup(
      DatabaseSpec database, @Nullable String region) {
    return region == null
        ? database.backup()
        : database.locals().stream()
            .filter(local -> local.region().equals(region))
            .findFirst()
            .map(Crdb.Local::backup)
            .orElse(null);
  }

  private static void configured(DatabaseSpec.@Nullable Backup backup) {
    if (backup == null) {
      throw new Refused(
          DATABASE_BACKUP_NOT_CONFIGURED,
          "The database has no remoteBackup.",
          "Set it, or send adhocBackupPath.");
    }
    if (!backup.runs()) {
      throw new Refused(
          DATABASE_BACKUP_DISABLED,
          "remoteBackup of the database is not active.",
          "Send remoteBackup with active true, or adhocBackupPath.");
    }
  }
}
