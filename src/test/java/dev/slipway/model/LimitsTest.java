package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The limits that the documentation promises, in its units.
final class LimitsTest {
  @Test
  void standardLimitsAreThoseOfTheArchitecture() {
    assertThat(Limits.standard())
        .isEqualTo(
            new Limits(
                10_000, // tasks in a lane
                1_000, // databases in a subscription
                100, // databases that one entry stands for
                3, // subscriptions that change at once
                3, // claims of a task
                Duration.ofMinutes(2), // provisioning
                Duration.ofSeconds(10), // recovery of a database that died
                Duration.ofMillis(50), // until the first retry
                Duration.ofSeconds(30), // until the last
                Duration.ofSeconds(30), // between two looks at a resource at rest
                Duration.ofSeconds(10), // between two checkups
                Duration.ofDays(10), // a task after its last change
                10_000, // tasks in a list
                Duration.ofSeconds(1), // in each state of something emulated
                10)); // GB that a subscription grows by
  }
}
