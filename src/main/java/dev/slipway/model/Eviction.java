package dev.slipway.model;

import java.util.Locale;

/// What a full database drops (api-rules 4.5). The two LRM policies need Redis 8.6.
public enum Eviction {
  ALLKEYS_LRU,
  ALLKEYS_LFU,
  ALLKEYS_LRM,
  ALLKEYS_RANDOM,
  VOLATILE_LRU,
  VOLATILE_LFU,
  VOLATILE_LRM,
  VOLATILE_RANDOM,
  VOLATILE_TTL,
  NOEVICTION;

  /// Redis's and the API's spelling, such as `volatile-lru`.
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
