package dev.slipway.api.database;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.model.Eviction;
import dev.slipway.model.Persistence;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `PUT /subscriptions/{id}/databases/{id}/regions` (api-rules 3.2, column L). What is absent or
/// null stays as it is; an empty list clears. The ignored names are echoes of answers that clients
/// send back: of tasks, and all that {@link CrdbView} shows and nobody can change here.
///
/// @param regions changes of some regions
@Valid
@JsonIgnoreProperties({
  "subscriptionId",
  "databaseId",
  "commandType",
  "protocol",
  "status",
  "redisVersion",
  "memoryStorage",
  "activeActiveRedis",
  "replication",
  "activatedOn",
  "lastModified",
  "modules",
  "crdbDatabases",
  "links",
  "x-slipway"
})
public record UpdateCrdbBody(
    @Nullable String name,
    @Nullable Boolean dryRun,
    @Nullable @DecimalMin("0.1") Double memoryLimitInGb,
    @Nullable @DecimalMin("0.025") Double datasetSizeInGb,
    @JsonProperty("supportOSSClusterApi") @JsonAlias("supportOssClusterApi")
        @Nullable Boolean supportOssClusterApi,
    @JsonProperty("useExternalEndpointForOSSClusterApi")
        @JsonAlias("useExternalEndpointForOssClusterApi")
        @Nullable Boolean useExternalEndpointForOssClusterApi,
    @Nullable String clientSslCertificate,
    @Nullable List<@NotNull @Valid CertificateBody> clientTlsCertificates,
    @Nullable Boolean enableTls,
    @Nullable Persistence globalDataPersistence,
    @Nullable String globalPassword,
    @Nullable Boolean globalEnableDefaultUser,
    @Nullable List<@NotNull String> globalSourceIp,
    @Nullable List<@NotNull @Valid AlertBody> globalAlerts,
    @Nullable List<@NotNull @Valid LocalPropertiesBody> regions,
    @Nullable Eviction dataEvictionPolicy,
    @Nullable Boolean autoMinorVersionUpgrade,
    @Nullable String queryPerformanceFactor) {
  /// Its global part, as if it were asked of a database in one region.
  UpdateDatabaseBody global() {
    return new UpdateDatabaseBody(
        dryRun,
        name,
        memoryLimitInGb,
        datasetSizeInGb,
        null,
        autoMinorVersionUpgrade,
        supportOssClusterApi,
        useExternalEndpointForOssClusterApi,
        globalDataPersistence,
        dataEvictionPolicy,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        globalSourceIp,
        clientSslCertificate,
        clientTlsCertificates,
        enableTls,
        globalEnableDefaultUser,
        globalPassword,
        null,
        null,
        globalAlerts,
        queryPerformanceFactor);
  }
}
