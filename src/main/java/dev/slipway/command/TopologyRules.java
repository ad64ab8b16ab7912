package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_AVERAGE_ITEM_SIZE_INVALID_VALUE;
import static dev.slipway.model.ProblemType.DATABASE_AVERAGE_ITEM_SIZE_NOT_ALLOWED;
import static dev.slipway.model.ProblemType.DATABASE_EXTERNAL_ENDPOINT_WITHOUT_OSS_CLUSTER;
import static dev.slipway.model.ProblemType.DATABASE_INVALID_REGEX_RULES;
import static dev.slipway.model.ProblemType.DATABASE_OSS_CLUSTER_CUSTOM_REGEX_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.DATABASE_OSS_CLUSTER_REPLICA_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.DATABASE_RAM_PERCENTAGE_IS_INVALID;
import static dev.slipway.model.ProblemType.DATABASE_RAM_PERCENTAGE_NOT_ALLOWED;
import static dev.slipway.model.ProblemType.DATABASE_REDIS_FLEX_CONTAINS_MODULES;
import static dev.slipway.model.ProblemType.DATABASE_ROF_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.DATABASE_SHARDING_TYPE_IS_IMMUTABLE;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.SubscriptionSpec.MemoryStorage;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// How a database may be spread over shards and memory (api-rules 3.2 and 4.4).
final class TopologyRules {
  private static final String CUSTOM = "custom-regex-rules";
  private static final String HASHING = "redis-oss-hashing";
  private static final int MOST_RULES = 32;
  private static final int LONGEST_RULE = 256;
  private static final List<Integer> PERCENTAGES = List.of(10, 20, 30, 40, 50);

  private TopologyRules() {}

  /// Refuses with DATABASE_EXTERNAL_ENDPOINT_WITHOUT_OSS_CLUSTER,
  /// DATABASE_OSS_CLUSTER_CUSTOM_REGEX_NOT_SUPPORTED and
  /// DATABASE_OSS_CLUSTER_REPLICA_NOT_SUPPORTED.
  static void clusterApi(DatabaseSpec database) {
    var topology = database.topology();
    if (topology.externalEndpoint() && !topology.ossClusterApi()) {
      throw new Refused(
          DATABASE_EXTERNAL_ENDPOINT_WITHOUT_OSS_CLUSTER,
          "useExternalEndpointForOSSClusterApi true needs supportOSSClusterApi true.",
          "Send both, or neither.");
    }
    if (topology.ossClusterApi() && topology.shardingType().equals(CUSTOM)) {
      throw new Refused(
          DATABASE_OSS_CLUSTER_CUSTOM_REGEX_NOT_SUPPORTED,
          "supportOSSClusterApi true does not go with shardingType custom-regex-rules.",
          "Use redis-oss-hashing.");
    }
    if (topology.ossClusterApi() && !database.syncSources().isEmpty()) {
      throw new Refused(
          DATABASE_OSS_CLUSTER_REPLICA_NOT_SUPPORTED,
          "supportOSSClusterApi true does not go with replica sources.",
          "Remove the sources, or the cluster API.");
    }
  }

  /// Redis hashing spreads keys in another way than rules do, so a database with data cannot go
  /// from one to the other. Refuses with DATABASE_SHARDING_TYPE_IS_IMMUTABLE.
  static void sameHashing(DatabaseSpec.Topology before, DatabaseSpec.Topology wanted) {
    if (before.shardingType().equals(HASHING) != wanted.shardingType().equals(HASHING)) {
      throw new Refused(
          DATABASE_SHARDING_TYPE_IS_IMMUTABLE,
          "shardingType is %s and cannot become %s."
              .formatted(before.shardingType(), wanted.shardingType()),
          "Create another database.");
    }
  }

  /// Refuses with DATABASE_INVALID_REGEX_RULES.
  static void regexRules(DatabaseSpec.Topology topology) {
    var rules = topology.regexRules();
    if (!rules.isEmpty() && !topology.shardingType().equals(CUSTOM)) {
      throw invalid(
          "need shardingType custom-regex-rules, and this database has " + topology.shardingType());
    }
    if (rules.size() > MOST_RULES) {
      throw invalid("may be at most " + MOST_RULES + ", and these are " + rules.size());
    }
    rules.forEach(TopologyRules::regexRule);
  }

  private static void regexRule(String rule) {
    if (rule.length() > LONGEST_RULE) {
      throw invalid("may have at most " + LONGEST_RULE + " characters; this has more: " + rule);
    }
    // PCRE has a second spelling of a named group, which Java does not read.
    String java = rule.replace("(?P<", "(?<");
    if (!java.contains("(?<tag>")) {
      throw invalid("need a group named tag, as in (?<tag>.*); this has none: " + rule);
    }
    try {
      Pattern.compile(java);
    } catch (PatternSyntaxException e) {
      throw invalid("must be regular expressions; this is none: " + rule);
    }
  }

  private static Refused invalid(String why) {
    return new Refused(DATABASE_INVALID_REGEX_RULES, "regexRules " + why + ".");
  }

  /// Refuses with DATABASE_ROF_NOT_SUPPORTED on a strict engine: Redis has no memory on flash.
  static void storage(MemoryStorage storage, boolean strictEngine) {
    if (storage == MemoryStorage.RAM_AND_FLASH && strictEngine) {
      throw new Refused(
          DATABASE_ROF_NOT_SUPPORTED,
          "memoryStorage ram-and-flash has no engine here, and this server is strict about engines.",
          "Use ram, or serve without --strict engine.");
    }
  }

  /// Refuses with DATABASE_RAM_PERCENTAGE_NOT_ALLOWED and DATABASE_RAM_PERCENTAGE_IS_INVALID.
  static void ramPercentage(@Nullable Integer percentage, MemoryStorage storage) {
    if (percentage == null) {
      return;
    }
    if (storage == MemoryStorage.RAM) {
      throw new Refused(
          DATABASE_RAM_PERCENTAGE_NOT_ALLOWED,
          "ramPercentage %s is only for memoryStorage ram-and-flash.".formatted(percentage),
          "Leave it out.");
    }
    if (!PERCENTAGES.contains(percentage)) {
      throw new Refused(
          DATABASE_RAM_PERCENTAGE_IS_INVALID,
          "ramPercentage %s is not one of %s.".formatted(percentage, PERCENTAGES));
    }
  }

  /// Refuses with DATABASE_REDIS_FLEX_CONTAINS_MODULES.
  static void modules(DatabaseSpec.Engine engine, MemoryStorage storage) {
    if (storage == MemoryStorage.RAM_AND_FLASH && !engine.modules().isEmpty()) {
      throw new Refused(
          DATABASE_REDIS_FLEX_CONTAINS_MODULES,
          "modules do not go with memoryStorage ram-and-flash.",
          "Leave them out, or use a subscription with memoryStorage ram.");
    }
  }

  /// Refuses with DATABASE_AVERAGE_ITEM_SIZE_NOT_ALLOWED and
  /// DATABASE_AVERAGE_ITEM_SIZE_INVALID_VALUE.
  static void averageItemSize(@Nullable Long bytes, MemoryStorage storage) {
    if (bytes == null) {
      return;
    }
    if (storage == MemoryStorage.RAM) {
      throw new Refused(
          DATABASE_AVERAGE_ITEM_SIZE_NOT_ALLOWED,
          "averageItemSizeInBytes %s is only for memoryStorage ram-and-flash.".formatted(bytes),
          "Leave it out.");
    }
    if (bytes < 1) {
      throw new Refused(
          DATABASE_AVERAGE_ITEM_SIZE_INVALID_VALUE,
          "averageItemSizeInBytes must be at least 1, not %s.".formatted(bytes));
    }
  }
}
