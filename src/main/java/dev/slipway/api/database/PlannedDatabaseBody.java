package dev.slipway.api.database;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.model.DatabaseSpec.Protocol;
import dev.slipway.model.Persistence;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of a subscription's creation plan (api-rules 3.2, column S).
@Valid
public record PlannedDatabaseBody(
    @NotNull String name,
    @Nullable Protocol protocol,
    @Nullable Integer port,
    @Nullable @DecimalMin("0.1") Double memoryLimitInGb,
    @Nullable @DecimalMin("0.1") Double datasetSizeInGb,
    @JsonProperty("supportOSSClusterApi") @JsonAlias("supportOssClusterApi")
        @Nullable Boolean supportOssClusterApi,
    @Nullable Persistence dataPersistence,
    @Nullable Boolean replication,
    @Nullable @Valid ThroughputBody throughputMeasurement,
    @Nullable List<@NotNull @Valid LocalThroughputBody> localThroughputMeasurement,
    @Nullable List<@NotNull @Valid ModuleBody> modules,
    @Nullable Integer quantity,
    @Nullable Long averageItemSizeInBytes,
    @Nullable Integer ramPercentage,
    @Nullable RespVersion respVersion,
    @Nullable String redisVersion,
    @Nullable Boolean autoMinorVersionUpgrade,
    @Nullable ShardingType shardingType,
    @Nullable String queryPerformanceFactor) {
  /// The same as if it had been asked for on its own.
  ///
  /// @param versionOfPlan for a database that does not ask for one
  CreateDatabaseBody alone(@Nullable String versionOfPlan) {
    return new CreateDatabaseBody(
        null,
        name,
        protocol,
        port,
        memoryLimitInGb,
        datasetSizeInGb,
        redisVersion != null ? redisVersion : versionOfPlan,
        autoMinorVersionUpgrade,
        respVersion,
        supportOssClusterApi,
        null,
        dataPersistence,
        null,
        replication,
        null,
        null,
        throughputMeasurement,
        localThroughputMeasurement,
        averageItemSizeInBytes,
        ramPercentage,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        modules,
        shardingType,
        queryPerformanceFactor);
  }
}
