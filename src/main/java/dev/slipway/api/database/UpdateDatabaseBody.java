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
import tools.jackson.databind.annotation.JsonDeserialize;

/// `PUT /subscriptions/{id}/databases/{id}` (api-rules 3.2, column U). What is absent or null stays
/// as it is; an empty list clears. The ignored names are echoes of answers that clients send back:
/// of tasks, and all that {@link DatabaseView} shows and nobody can change here.
///
/// @param datasetSizeInGb from half the smallest size on, which a GET shows where the smallest
///   total is replicated; whether it is too small for this database is the command's matter
/// @param replicaOf a list, or the object that a GET shows
@Valid
@JsonIgnoreProperties({
  "subscriptionId",
  "databaseId",
  "commandType",
  "protocol",
  "provider",
  "region",
  "status",
  "redisVersion",
  "redisVersionCompliance",
  "memoryUsedInMb",
  "memoryStorage",
  "activatedOn",
  "lastModified",
  "publicEndpoint",
  "privateEndpoint",
  "clustering",
  "security",
  "modules",
  "backup",
  "links",
  "x-slipway"
})
public record UpdateDatabaseBody(
    @Nullable Boolean dryRun,
    @Nullable String name,
    @Nullable @DecimalMin("0.1") Double memoryLimitInGb,
    @Nullable @DecimalMin("0.05") Double datasetSizeInGb,
    @Nullable RespVersion respVersion,
    @Nullable Boolean autoMinorVersionUpgrade,
    @JsonProperty("supportOSSClusterApi") @JsonAlias("supportOssClusterApi")
        @Nullable Boolean supportOssClusterApi,
    @JsonProperty("useExternalEndpointForOSSClusterApi")
        @JsonAlias("useExternalEndpointForOssClusterApi")
        @Nullable Boolean useExternalEndpointForOssClusterApi,
    @Nullable Persistence dataPersistence,
    @Nullable Eviction dataEvictionPolicy,
    @Nullable Boolean replication,
    @Nullable List<@NotNull String> regexRules,
    @JsonDeserialize(using = Endpoints.class) @Nullable List<@NotNull String> replicaOf,
    @Nullable @Valid ReplicaBody replica,
    @Nullable @Valid ThroughputBody throughputMeasurement,
    @Nullable Integer ramPercentage,
    @Nullable String periodicBackupPath,
    @Nullable @Valid BackupBody remoteBackup,
    @Nullable List<@NotNull String> sourceIp,
    @Nullable String clientSslCertificate,
    @Nullable List<@NotNull @Valid CertificateBody> clientTlsCertificates,
    @Nullable Boolean enableTls,
    @Nullable Boolean enableDefaultUser,
    @Nullable String password,
    @Nullable String saslUsername,
    @Nullable String saslPassword,
    @Nullable List<@NotNull @Valid AlertBody> alerts,
    @Nullable String queryPerformanceFactor) {}
