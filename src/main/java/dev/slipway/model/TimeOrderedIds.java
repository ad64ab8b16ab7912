package dev.slipway.model;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoField;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Ids of version 7 (RFC 9562, section 5.7): milliseconds since 1970, the part of the millisecond
/// in 4096 steps (section 6.2, method 3), then 62 random bits. Those that are made one after
/// another lie together in an index, where random ones would touch a page each.
///
/// @param random hard to guess, and safe for use by many threads
public record TimeOrderedIds(InstantSource clock, RandomGenerator random)
    implements Supplier<UUID> {
  private static final long NANOS_A_MILLI = 1_000_000;
  private static final long STEPS_A_MILLI = 4096;
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  @Override
  public UUID get() {
    Instant now = clock.instant();
    long step = now.get(ChronoField.NANO_OF_SECOND) % NANOS_A_MILLI * STEPS_A_MILLI / NANOS_A_MILLI;
    long high = (now.toEpochMilli() << 16) | VERSION | step;
    long low = VARIANT | (random.nextLong() >>> 2);
    return new UUID(high, low);
  }
}
