package dev.slipway.command;

import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_BACKUP_MISSING_REGION_NAME;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_BACKUP_STATUS_MISSING_REGION_NAME;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_INVALID_BACKUP_REGION_NAME;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_INVALID_BACKUP_STATUS_REGION_NAME;
import static dev.slipway.model.ProblemType.BACKUP_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION;
import static dev.slipway.model.ProblemType.BACKUP_STATUS_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION;
import static dev.slipway.model.ProblemType.CONFLICT_ERROR;
import static dev.slipway.model.ProblemType.DATABASE_BACKUP_DISABLED;
import static dev.slipway.model.ProblemType.DATABASE_BACKUP_NOT_CONFIGURED;
import static dev.slipway.model.ProblemType.DATABASE_BACKUP_NOT_SUPPORTED;

import dev.slipway.model.DatabaseCommand.ReadBackup;
import dev.slipway.model.DatabaseCommand.StartBackup;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Finding;
import dev.slipway.model.NothingYet;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Secret;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.Transfer;
import dev.slipway.model.TransferFinding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Orders backups of databases, and tells how the last one went (api-rules 4.7). The task of an
/// order ends when the backup is accepted: a large one would keep the account's other tasks
/// waiting. When there was none the answer is empty (api-rules 1.7), though one client's recording
/// has DATABASE_BACKUP_DISABLED (5.3).
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
    var last = turn.tx().transfers().find(Transfer.Key.backup(database.id(), command.region()));
    return new Outcome.Accepted(
        database.id(), last.<Finding>map(TransferFinding::of).orElseGet(NothingYet::new));
  }

  static Outcome back(StartBackup command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    var database = turn.database(subscription, command.databaseId());
    StatusRules.active(database, turn);
    region(subscription.spec(), command.regionName(), BACKUP);
    var key = Transfer.Key.backup(database.id(), command.regionName());
    var path = path(command, database.spec().backup(key.region()));
    if (turn.tx().transfers().find(key).filter(Transfer::underWay).isPresent()) {
      throw new Refused(
          CONFLICT_ERROR,
          "A backup of database %s is under way.".formatted(database.id()),
          "GET .../backup tells when it has ended.");
    }
    turn.tx().transfers().order(Transfer.ordered(key, database, List.of(path), turn.now()));
    return Outcome.Accepted.resource(database.id());
  }

  private static Secret path(StartBackup command, Optional<DatabaseSpec.Backup> backup) {
    Secret path = command.adhocPath();
    if (path == null) {
      path = configured(backup);
    } else {
      BackupRules.anyPath(path);
    }
    if (!BackupRules.reached(path)) {
      throw new Refused(
          DATABASE_BACKUP_NOT_SUPPORTED,
          "This server speaks neither to Google's nor to Azure's storage, so no backup was made.",
          "Use s3://, ftp:// or ftps://.");
    }
    return path;
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

  private static Secret configured(Optional<DatabaseSpec.Backup> backup) {
    var wish =
        backup.orElseThrow(
            () ->
                new Refused(
                    DATABASE_BACKUP_NOT_CONFIGURED,
                    "The database has no remoteBackup.",
                    "Set it, or send adhocBackupPath."));
    var path = wish.storagePath();
    if (!wish.runs() || path == null) {
      throw new Refused(
          DATABASE_BACKUP_DISABLED,
          "remoteBackup of the database is not active.",
          "Send remoteBackup with active true, or adhocBackupPath.");
    }
    return path;
  }
}
