package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_EVICTION_POLICY_NOT_COMPATIBLE_WITH_REDIS_VERSION;
import static dev.slipway.model.ProblemType.DATABASE_QUERY_PERFORMANCE_FACTOR_INVALID_VALUE;
import static dev.slipway.model.ProblemType.DATABASE_QUERY_PERFORMANCE_FACTOR_IS_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.DATABASE_QUERY_PERFORMANCE_FACTOR_SEARCH_IS_REQUIRED;
import static dev.slipway.model.ProblemType.DATABASE_REDIS_VERSION_INVALID_VALUE;
import static dev.slipway.model.ProblemType.DATABASE_REDIS_VERSION_IS_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.DATABASE_RESP_VERSION_IS_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.SUBSCRIPTION_REDIS_VERSION_CONFLICT;
import static dev.slipway.model.ProblemType.SUBSCRIPTION_REDIS_VERSION_INVALID_VALUE;

import dev.slipway.model.Catalogue;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Eviction;
import dev.slipway.model.RedisVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a version of Redis can do (api-rules 4.4, 4.5, 4.9).
record EngineRules(Catalogue catalogue, Installation installation) {
  private static final List<String> FACTORS = List.of("2x", "4x", "6x", "8x");

  /// Refuses with DATABASE_REDIS_VERSION_INVALID_VALUE what the catalogue does not offer, and with
  /// DATABASE_REDIS_VERSION_IS_NOT_SUPPORTED, on a strict engine, what is not installed.
  void version(String asked) {
    var version = resolve(asked);
    if (installation.strictEngine() && !installed().contains(version)) {
      throw new Refused(
          DATABASE_REDIS_VERSION_IS_NOT_SUPPORTED,
          "redisVersion %s is not installed here, only %s, and this server is strict about engines."
              .formatted(Words.quoted(asked), installed()),
          "Ask for one of these, or serve without --strict engine.");
    }
  }

  /// Refuses with SUBSCRIPTION_REDIS_VERSION_INVALID_VALUE and SUBSCRIPTION_REDIS_VERSION_CONFLICT:
  /// a database of the creation plan cannot contradict its subscription.
  void sameVersion(String subscription, String database) {
    var version = offered(subscription);
    if (version.isEmpty()) {
      throw new Refused(
          SUBSCRIPTION_REDIS_VERSION_INVALID_VALUE,
          "redisVersion %s of the subscription is not offered."
              .formatted(Words.quoted(subscription)),
          "Ask for one of %s or latest.".formatted(offered()));
    }
    if (!version.get().equals(resolve(database))) {
      throw new Refused(
          SUBSCRIPTION_REDIS_VERSION_CONFLICT,
          "redisVersion is %s for the subscription and %s for a database of it."
              .formatted(subscription, database),
          "Leave it out of the subscription.");
    }
  }

  /// Refuses with DATABASE_RESP_VERSION_IS_NOT_SUPPORTED: RESP3 came with 7.2.
  void resp(String respVersion, String redisVersion) {
    if (!speaks(respVersion, redisVersion)) {
      throw new Refused(
          DATABASE_RESP_VERSION_IS_NOT_SUPPORTED,
          "respVersion resp3 needs redisVersion 7.2 or later, and this database has %s."
              .formatted(redisVersion),
          "Ask for resp2.");
    }
  }

  /// Whether this version of Redis knows this version of the protocol.
  boolean speaks(String respVersion, String redisVersion) {
    return !respVersion.equals("resp3") || resolve(redisVersion).atLeast(7, 2);
  }

  /// Refuses with DATABASE_EVICTION_POLICY_NOT_COMPATIBLE_WITH_REDIS_VERSION: the policies that
  /// look at the last write came with 8.6. As the running Redis is to obey them, it must have them
  /// too.
  void eviction(Eviction eviction, String redisVersion) {
    boolean lastWrite = eviction == Eviction.ALLKEYS_LRM || eviction == Eviction.VOLATILE_LRM;
    if (lastWrite && !resolve(redisVersion).atLeast(8, 6)) {
      throw new Refused(
          DATABASE_EVICTION_POLICY_NOT_COMPATIBLE_WITH_REDIS_VERSION,
          "dataEvictionPolicy %s needs redisVersion 8.6 or later, and this database has %s."
              .formatted(eviction.wire(), redisVersion),
          "Ask for another policy, such as volatile-lru.");
    }
    if (lastWrite && installed().stream().noneMatch(version -> version.atLeast(8, 6))) {
      throw new Refused(
          DATABASE_EVICTION_POLICY_NOT_COMPATIBLE_WITH_REDIS_VERSION,
          "dataEvictionPolicy %s needs Redis 8.6 or later, and %s is installed here."
              .formatted(eviction.wire(), installed()),
          "Ask for another policy, such as volatile-lru, or install such a Redis.");
    }
  }

  /// Refuses with DATABASE_QUERY_PERFORMANCE_FACTOR_INVALID_VALUE,
  /// DATABASE_QUERY_PERFORMANCE_FACTOR_IS_NOT_SUPPORTED and
  /// DATABASE_QUERY_PERFORMANCE_FACTOR_SEARCH_IS_REQUIRED.
  void queryPerformanceFactor(@Nullable String factor, DatabaseSpec.Engine engine) {
    if (factor == null) {
      return;
    }
    if (!FACTORS.contains(factor)) {
      throw new Refused(
          DATABASE_QUERY_PERFORMANCE_FACTOR_INVALID_VALUE,
          "queryPerformanceFactor %s is not one of Standard, 2x, 4x, 6x, 8x."
              .formatted(Words.quoted(factor)));
    }
    var version = resolve(engine.redisVersion());
    if (!version.atLeast(7, 2)) {
      throw new Refused(
          DATABASE_QUERY_PERFORMANCE_FACTOR_IS_NOT_SUPPORTED,
          "queryPerformanceFactor %s needs redisVersion 7.2 or later, and this database has %s."
              .formatted(factor, engine.redisVersion()),
          "Leave it out.");
    }
    if (!version.atLeast(8, 0) && !ModuleRules.hasSearch(engine)) {
      throw new Refused(
          DATABASE_QUERY_PERFORMANCE_FACTOR_SEARCH_IS_REQUIRED,
          "The RediSearch module is required for queryPerformanceFactor %s before Redis 8.0."
              .formatted(factor),
          "Create the database with this module, or leave the factor out.");
    }
  }

  /// What a version that was asked for stands for: `latest` is the newest. Refuses with
  /// DATABASE_REDIS_VERSION_INVALID_VALUE.
  RedisVersion resolve(String asked) {
    return offered(asked)
        .orElseThrow(
            () ->
                new Refused(
                    DATABASE_REDIS_VERSION_INVALID_VALUE,
                    "redisVersion %s is not offered.".formatted(Words.quoted(asked)),
                    "Ask for one of %s or latest.".formatted(offered())));
  }

  private Optional<RedisVersion> offered(String asked) {
    return catalogue.version(asked).flatMap(found -> RedisVersion.parse(found.version()));
  }

  private List<String> offered() {
    return catalogue.redisVersions().stream().map(Catalogue.Version::version).toList();
  }

  private List<RedisVersion> installed() {
    return installation.engineVersions().get().stream()
        .flatMap(version -> RedisVersion.parse(version).stream())
        .toList();
  }
}
