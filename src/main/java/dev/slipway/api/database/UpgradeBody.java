package dev.slipway.api.database;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/// `POST .../upgrade` (api-rules 3.3).
@Valid
@JsonIgnoreProperties({"subscriptionId", "databaseId", "commandType"})
public record UpgradeBody(@NotNull String targetRedisVersion) {}
