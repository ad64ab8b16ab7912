package dev.slipway.command;

import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_BACKUP_STATUS_MISSING_REGION_NAME;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_INVALID_BACKUP_STATUS_REGION_NAME;
import static dev.slipway.model.ProblemType.BACKUP_STATUS_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION;

import dev.slipway.model.DatabaseCommand.ReadBackup;
import dev.slipway.model.NothingYet;
import dev.slipway.model.Resource;
import dev.slipway.model.SubscriptionSpec;
import org.jspecify.annotations.Nullable;

/// Tells how the last backup of a database went. None was ever made here.
final class BackupHandler {
  private BackupHandler() {}

  static Outcome read(ReadBackup command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    var database = turn.database(subscription, command.databaseId());
    region(subscription, command.region());
    return new Outcome.Accepted(database.id(), new NothingYet());
  }

  /// Each region of an Active-Active database has backups of its own (api-rules 4.7). Refuses with
  /// ACTIVE_ACTIVE_BACKUP_STATUS_MISSING_REGION_NAME,
  /// ACTIVE_ACTIVE_INVALID_BACKUP_STATUS_REGION_NAME and
  /// BACKUP_STATUS_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION.
  private static void region(Resource<SubscriptionSpec> subscription, @Nullable String asked) {
    var regions = subscription.spec().regions().stream().map(SubscriptionSpec.Region::region);
    if (!subscription.spec().activeActive()) {
      if (asked != null) {
        throw new Refused(
            BACKUP_STATUS_REGION_NAME_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION,
            "regionName is for Active-Active subscriptions.",
            "Leave it out.");
      }
    } else if (asked == null) {
      throw new Refused(
          ACTIVE_ACTIVE_BACKUP_STATUS_MISSING_REGION_NAME,
          "Each region of an Active-Active database has backups of its own.",
          "Send regionName.");
    } else if (regions.noneMatch(asked::equals)) {
      throw new Refused(
          ACTIVE_ACTIVE_INVALID_BACKUP_STATUS_REGION_NAME,
          "The subscription is not in region %s.".formatted(Words.quoted(asked)),
          "GET /subscriptions/{id}/regions lists its regions.");
    }
  }
}
