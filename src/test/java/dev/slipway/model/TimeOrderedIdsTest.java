package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
  private static UUID at(String time) {
    return new TimeOrderedIds(InstantSource.fixed(Instant.parse(time)), new Random(1)).get();
  }

  @Test
  void idSaysItsVersionAndVariant() {
    UUID id = at("2026-11-23T10:00:00Z");

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void laterIdIsGreaterAsText() {
    assertThat(at("2026-11-23T10:00:00.001Z").toString())
        .isGreaterThan(at("2026-11-23T10:00:00Z").toString());
  }

  @Test
  void idThatIsAMicrosecondLaterIsGreaterAsText() {
    assertThat(at("2026-11-23T10:00:00.000001Z").toString())
        .isGreaterThan(at("2026-11-23T10:00:00Z").toString());
    assertThat(at("2026-11-23T10:00:00.001Z").toString())
        .isGreaterThan(at("2026-11-23T10:00:00.000999999Z").toString());
  }

  @Test
  void idsOfOneInstantDiffer() {
    var ids = new TimeOrderedIds(InstantSource.fixed(Instant.EPOCH), new Random(1));

    assertThat(ids.get()).isNotEqualTo(ids.get());
  }
}
