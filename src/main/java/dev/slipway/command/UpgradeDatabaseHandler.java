package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_UPGRADE_INVALID_REDIS_VERSION;
import static dev.slipway.model.ProblemType.DATABASE_UPGRADE_IS_ALREADY_RUNNING;
import static dev.slipway.model.ProblemType.DATABASE_UPGRADE_OF_MEMCACHED_IS_NOT_SUPPORTED;

import dev.slipway.model.Catalogue;
import dev.slipway.model.DatabaseCommand.UpgradeDatabase;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;

/// Has a database run a later version (api-rules 4.9): only up, to one that is offered, one upgrade
/// at a time. Which engine really runs is for the platform to say.
record UpgradeDatabaseHandler(Catalogue catalogue, EngineRules engines) {
  Outcome upgrade(UpgradeDatabase command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    var database = turn.database(subscription, command.databaseId());
    if (subscription.spec().activeActive()) {
      throw new Refused(
          ProblemType.ACTIVE_ACTIVE_DATABASE_UPGRADE_IS_NOT_SUPPORTED,
          "Database %s is Active-Active and keeps its version.".formatted(database.id()),
          "Create another database.");
    }
    check(command.target(), database);
    StatusRules.active(subscription, turn);
    StatusRules.active(database, turn);
    engines.version(command.target());
    var wanted = database.spec().withEngine(database.spec().engine().upgraded(command.target()));
    turn.tx()
        .databases()
        .want(database, wanted, new Status.Changing(Status.Changing.UPGRADE), turn.now());
    return Outcome.Accepted.resource(database.id());
  }

  private void check(String target, Resource<DatabaseSpec> database) {
    if (database.spec().protocol() == DatabaseSpec.Protocol.MEMCACHED) {
      throw new Refused(
          DATABASE_UPGRADE_OF_MEMCACHED_IS_NOT_SUPPORTED,
          "Database %s speaks memcached and has no Redis version.".formatted(database.id()));
    }
    if (database.status() instanceof Status.Changing && database.status().upgrading()) {
      throw new Refused(
          DATABASE_UPGRADE_IS_ALREADY_RUNNING,
          "Database %s is being upgraded to %s."
              .formatted(database.id(), database.spec().engine().redisVersion()),
          "Wait until it is active.");
    }
    var targets = catalogue.upgradesOf(database.spec().engine().redisVersion());
    if (!targets.contains(target)) {
      throw new Refused(
          DATABASE_UPGRADE_INVALID_REDIS_VERSION,
          "Database %s runs %s and cannot be upgraded to %s."
              .formatted(
                  database.id(), database.spec().engine().redisVersion(), Words.quoted(target)),
          targets.isEmpty() ? "It has the newest." : "Ask for one of %s.".formatted(targets));
    }
  }
}
