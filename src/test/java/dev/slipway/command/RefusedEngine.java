package dev.slipway.command;

import static dev.slipway.command.RefusedDatabase.of;
import static dev.slipway.model.ProblemType.*;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DatabaseSpec.Throughput;
import dev.slipway.model.Eviction;
import java.util.List;
import java.util.stream.Stream;

/// Databases that break a rule about what runs them.
final class RefusedEngine {
  private RefusedEngine() {}

  static Stream<RefusedDatabase> versions() {
    return Stream.of(
        of(
            DATABASE_FEATURE_NOT_SUPPORTED,
            "memcached",
            d -> d.protocol = DatabaseSpec.Protocol.MEMCACHED),
        of(DATABASE_REDIS_VERSION_INVALID_VALUE, "5.0", d -> d.redisVersion = "5.0"),
        of(
            DATABASE_RESP_VERSION_IS_NOT_SUPPORTED,
            "7.2",
            d -> {
              d.redisVersion = "6.2";
              d.respVersion = "resp3";
            }),
        of(
            DATABASE_EVICTION_POLICY_NOT_COMPATIBLE_WITH_REDIS_VERSION,
            "and this database has",
            d -> d.eviction = Eviction.ALLKEYS_LRM),
        of(
            DATABASE_EVICTION_POLICY_NOT_COMPATIBLE_WITH_REDIS_VERSION,
            "is installed here",
            d -> {
              d.redisVersion = "8.6";
              d.eviction = Eviction.VOLATILE_LRM;
            }),
        of(
            DATABASE_QUERY_PERFORMANCE_FACTOR_INVALID_VALUE,
            "3x",
            d -> d.queryPerformanceFactor = "3x"),
        of(
            DATABASE_QUERY_PERFORMANCE_FACTOR_IS_NOT_SUPPORTED,
            "7.2",
            d -> {
              d.redisVersion = "6.2";
              d.queryPerformanceFactor = "2x";
            }),
        of(
            DATABASE_QUERY_PERFORMANCE_FACTOR_SEARCH_IS_REQUIRED,
            "RediSearch module is required",
            d -> d.queryPerformanceFactor = "4x"));
  }

  static Stream<RefusedDatabase> modules() {
    return Stream.of(
        of(
            DATABASE_EXPLICIT_MODULES_NOT_SUPPORTED_FOR_THIS_REDIS_VERSION,
            "8.2",
            d -> {
              d.redisVersion = "8.2";
              d.modules = List.of(module("RedisJSON"));
            }),
        of(DATABASE_INVALID_MODULE, "RedisChess", d -> d.modules = List.of(module("RedisChess"))),
        of(
            DATABASE_MODULE_MUST_BE_DEFINED_ONCE,
            "RedisJSON",
            d -> d.modules = List.of(module("RedisJSON"), module("RedisJSON"))),
        of(
            DATABASE_INVALID_MODULE_PARAMETER,
            "depth",
            d -> d.modules = List.of(module("RediSearch", "depth", "3"))),
        of(
            DATABASE_INVALID_MODULE_PARAMETER_VALUE,
            "many",
            d -> d.modules = List.of(module("RediSearch", "number-of-documents", "many"))),
        of(
            REDISEARCH_SUPPORTS_ONLY_OPERATIONS_PER_SECOND_AS_THROUGHPUT_MEASUREMENT,
            "number-of-shards",
            d -> {
              d.modules = List.of(module("RediSearch"));
              d.throughput = new Throughput("number-of-shards", 2);
            }));
  }

  private static DatabaseSpec.Module module(String name) {
    return new DatabaseSpec.Module(name, List.of());
  }

  private static DatabaseSpec.Module module(String name, String parameter, String value) {
    return new DatabaseSpec.Module(
        name, List.of(new DatabaseSpec.Module.Parameter(parameter, value)));
  }
}
