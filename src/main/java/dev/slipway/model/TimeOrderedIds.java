package dev.slipway.model;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Ids of version 7 (RFC 9562, section 5.7): milliseconds since 1970, then 74 random bits. Those
/// that are made one after another lie together in an index, where random ones would touch a page
/// each.
///
/// @param random hard to guess, and safe for use by many threads
public record TimeOrderedIds(InstantSource clock, RandomGenerator random)
    implements Supplier<UUID> {
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  @Override
  public UUID get() {
    long high = (clock.millis() << 16) | VERSION | (random.nextLong() & 0xFFF);
    long low = VARIANT | (random.nextLong() >>> 2);
    return new UUID(high, low);
  }
}
