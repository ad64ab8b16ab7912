package dev.slipway.command;

import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_DATABASE_ALERT_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_DATABASE_INVALID_THROUGHPUT;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_DATABASE_LIMIT_EXCEEDED;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_DATABASE_MEMCACHED_PROTOCOL_IS_NOT_ALLOWED;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_DATABASE_MODULE_IS_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_DATABASE_PERIODIC_BACK_UP_PATH_NOT_ALLOWED;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_DATABASE_PREVIEW_REDIS_VERSION_IS_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_DATABASE_REPLICATION_CANNOT_BE_FALSE;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_DATABASE_REPLICA_OF_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_SUBSCRIPTION_PREVIEW_REDIS_VERSION_IS_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.DATABASE_QUERY_PERFORMANCE_FACTOR_IS_NOT_SUPPORTED_ON_ACTIVE_ACTIVE;

import dev.slipway.model.Catalogue;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.ProblemType;
import dev.slipway.model.SubscriptionSpec;
import java.util.List;
import java.util.Set;

/// What a database may be in an Active-Active subscription (api-rules 4.11), besides what any
/// database may be.
record CrdbRules(Catalogue catalogue) {
  private static final int MOST = 10;
  private static final Set<String> MODULES = Set.of("RedisJSON", "RediSearch");
  private static final Set<String> REPLICA_ALERTS = Set.of("syncsource-error", "syncsource-lag");
  private static final DatabaseSpec.Throughput UNASKED =
      new DatabaseSpec.Throughput("operations-per-second", 1_000);

  /// Every rule, for a new database. Refuses with the types that are imported here, and as {@link
  /// LocalRules} says.
  void creation(DatabaseSpec wanted, SubscriptionSpec subscription) {
    refuse(
        wanted.protocol() == DatabaseSpec.Protocol.MEMCACHED,
        ACTIVE_ACTIVE_DATABASE_MEMCACHED_PROTOCOL_IS_NOT_ALLOWED,
        "protocol memcached is not for Active-Active databases. Ask for redis.");
    refuse(
        !wanted.syncSources().isEmpty(),
        ACTIVE_ACTIVE_DATABASE_REPLICA_OF_NOT_SUPPORTED,
        "replica and replicaOf are not for Active-Active databases. Leave them out.");
    refuse(
        !wanted.replication(),
        ACTIVE_ACTIVE_DATABASE_REPLICATION_CANNOT_BE_FALSE,
        "replication of an Active-Active database is always true. Leave it out.");
    refuse(
        wanted.backup() != null && wanted.backup().runs(),
        ACTIVE_ACTIVE_DATABASE_PERIODIC_BACK_UP_PATH_NOT_ALLOWED,
        "An Active-Active database is backed up in each region on its own. Set remoteBackup of the"
            + " regions with PUT /subscriptions/{id}/databases/{id}/regions.");
    refuse(
        !wanted.topology().throughput().equals(UNASKED),
        ACTIVE_ACTIVE_DATABASE_INVALID_THROUGHPUT,
        "throughputMeasurement is not for Active-Active databases. Use"
            + " localThroughputMeasurement.");
    modules(wanted.engine().modules());
    version(
        wanted.engine().redisVersion(),
        ACTIVE_ACTIVE_DATABASE_PREVIEW_REDIS_VERSION_IS_NOT_SUPPORTED);
    LocalRules.regions(wanted, subscription);
  }

  /// Rules that hold whenever something changes.
  static void always(DatabaseSpec wanted) {
    refuse(
        wanted.engine().queryPerformanceFactor() != null,
        DATABASE_QUERY_PERFORMANCE_FACTOR_IS_NOT_SUPPORTED_ON_ACTIVE_ACTIVE,
        "queryPerformanceFactor is not for Active-Active databases. Leave it out.");
    alerts(wanted.alerts());
  }

  /// Nothing is replicated from elsewhere, so nothing warns of that.
  static void alerts(List<DatabaseSpec.Alert> alerts) {
    for (var alert : alerts) {
      refuse(
          REPLICA_ALERTS.contains(alert.name()),
          ACTIVE_ACTIVE_DATABASE_ALERT_NOT_SUPPORTED,
          "alert %s is not for Active-Active databases. Leave it out.".formatted(alert.name()));
    }
  }

  /// Refuses with ACTIVE_ACTIVE_SUBSCRIPTION_PREVIEW_REDIS_VERSION_IS_NOT_SUPPORTED.
  void subscription(SubscriptionSpec wanted) {
    if (wanted.redisVersion() != null) {
      version(
          wanted.redisVersion(), ACTIVE_ACTIVE_SUBSCRIPTION_PREVIEW_REDIS_VERSION_IS_NOT_SUPPORTED);
    }
  }

  private void version(String asked, ProblemType type) {
    refuse(
        catalogue.version(asked).filter(Catalogue.Version::isPreview).isPresent(),
        type,
        "redisVersion %s is a preview, and Active-Active needs a released one."
            .formatted(Words.quoted(asked)));
  }

  /// Refuses with ACTIVE_ACTIVE_DATABASE_LIMIT_EXCEEDED.
  static void count(int databases) {
    refuse(
        databases > MOST,
        ACTIVE_ACTIVE_DATABASE_LIMIT_EXCEEDED,
        "An Active-Active subscription has at most %s databases, and this makes %s. Use another one."
            .formatted(MOST, databases));
  }

  private static void modules(List<DatabaseSpec.Module> modules) {
    for (var module : modules) {
      refuse(
          !MODULES.contains(module.name()),
          ACTIVE_ACTIVE_DATABASE_MODULE_IS_NOT_SUPPORTED,
          "module %s is not for Active-Active databases. Ask for some of RedisJSON and RediSearch."
              .formatted(Words.quoted(module.name())));
    }
  }

  private static void refuse(boolean broken, ProblemType type, String rule) {
    if (broken) {
      throw new Refused(type, rule);
    }
  }
}
