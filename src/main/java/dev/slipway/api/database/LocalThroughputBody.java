package dev.slipway.api.database;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.model.Crdb;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/// What a database must bear in one region; for Active-Active databases alone.
@Valid
public record LocalThroughputBody(
    @Nullable String region,
    @Nullable Long readOperationsPerSecond,
    @Nullable Long writeOperationsPerSecond) {
  /// The region that it stands for, with nothing else of its own.
  ///
  /// @param usual for one that does not name its region
  public Crdb.Local wish(String usual) {
    return Crdb.Local.bearing(
        requireNonNullElse(region, usual),
        requireNonNullElse(readOperationsPerSecond, Crdb.Local.STANDARD),
        requireNonNullElse(writeOperationsPerSecond, Crdb.Local.STANDARD));
  }
}
