package dev.slipway.api.database;

import dev.slipway.api.json.Words;
import dev.slipway.model.DatabaseSpec;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/// What a database must bear, as a body says it.
@Valid
public record ThroughputBody(@NotNull By by, @NotNull @Min(1) @Max(Integer.MAX_VALUE) Long value) {
  /// What is counted.
  public enum By {
    OPERATIONS_PER_SECOND,
    NUMBER_OF_SHARDS
  }

  /// What databases bear that do not ask for anything: 1,000 operations a second (api-rules 4.4).
  static DatabaseSpec.Throughput standard() {
    return new DatabaseSpec.Throughput(Words.word(By.OPERATIONS_PER_SECOND), 1_000);
  }

  DatabaseSpec.Throughput wish() {
    return new DatabaseSpec.Throughput(Words.word(by), value);
  }
}
