package dev.slipway.api.database;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/// What a database must bear in one region; for Active-Active databases alone.
@Valid
public record LocalThroughputBody(
    @Nullable String region,
    @Nullable Long readOperationsPerSecond,
    @Nullable Long writeOperationsPerSecond) {}
