package dev.slipway.api.database;

/// How keys are spread over shards (api-rules 4.4).
public enum ShardingType {
  DEFAULT_REGEX_RULES,
  CUSTOM_REGEX_RULES,
  REDIS_OSS_HASHING
}
