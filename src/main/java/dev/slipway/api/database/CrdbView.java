package dev.slipway.api.database;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.slipway.api.http.Link;
import dev.slipway.api.resource.Standing;
import dev.slipway.model.DatabaseSpec.Protocol;
import dev.slipway.model.Eviction;
import dev.slipway.model.Persistence;
import dev.slipway.model.SubscriptionSpec.MemoryStorage;
import dev.slipway.model.SubscriptionSpec.Provider;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An Active-Active database as the API shows it (api-rules 3.4, client-contract 3.5). Endpoints,
/// sizes and what is set in a region alone are found with the regions.
///
/// @param globalPassword only where the database is shown alone: as it was sent, because Terraform
///   compares
/// @param crdbDatabases its regions, in the order of their names
/// @param extension what only this server says
public record CrdbView(
    int databaseId,
    String name,
    Protocol protocol,
    String status,
    String redisVersion,
    MemoryStorage memoryStorage,
    boolean activeActiveRedis,
    boolean replication,
    @JsonProperty("supportOSSClusterApi") boolean supportOssClusterApi,
    @JsonProperty("useExternalEndpointForOSSClusterApi")
        boolean useExternalEndpointForOssClusterApi,
    Eviction dataEvictionPolicy,
    boolean autoMinorVersionUpgrade,
    @Nullable Instant activatedOn,
    Instant lastModified,
    List<DatabaseView.Module> modules,
    Persistence globalDataPersistence,
    List<String> globalSourceIp,
    @Nullable String globalPassword,
    boolean globalEnableDefaultUser,
    List<DatabaseView.Alert> globalAlerts,
    List<Region> crdbDatabases,
    List<Link> links,
    @JsonProperty("x-slipway") Extension extension)
    implements ShownDatabase {
  /// What it is in one region: the values that hold there, its own or the global ones.
  ///
  /// @param publicEndpoint `host:port`; absent until it was active once, and without public access
  public record Region(
      Provider provider,
      String region,
      String redisVersionCompliance,
      String respVersion,
      @Nullable String publicEndpoint,
      @Nullable String privateEndpoint,
      double datasetSizeInGb,
      double memoryLimitInGb,
      double memoryUsedInMb,
      long readOperationsPerSecond,
      long writeOperationsPerSecond,
      Persistence dataPersistence,
      List<DatabaseView.Alert> alerts,
      DatabaseView.Security security,
      DatabaseView.Backup backup,
      List<Link> links) {}

  /// @param engine what really runs, such as `redis 7.0.15`
  /// @param regions how they are served
  /// @param alarms alerts whose threshold is crossed; absent when there are none
  /// @param recordedOnly fields that are stored and not in force
  public record Extension(
      @JsonUnwrapped Standing standing,
      @Nullable String engine,
      String regions,
      @Nullable List<DatabaseView.Alarm> alarms,
      List<String> recordedOnly) {}
}
