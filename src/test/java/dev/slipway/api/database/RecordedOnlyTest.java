package dev.slipway.api.database;

import static dev.slipway.model.Specs.database;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RecordedOnlyTest {
  @Test
  void versionThatDoesNotRunIsNamed() {
    assertThat(RecordedOnly.in(database("d", d -> d.redisVersion = "8.2"), "7.0.15"))
        .contains("redisVersion");
  }

  @Test
  void versionThatRunsIsNotNamed() {
    assertThat(RecordedOnly.in(database("d", d -> d.redisVersion = "7.0"), "7.0.15"))
        .doesNotContain("redisVersion");
  }
}
