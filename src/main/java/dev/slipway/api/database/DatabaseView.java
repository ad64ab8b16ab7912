package dev.slipway.api.database;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.slipway.api.http.Link;
import dev.slipway.api.resource.Standing;
import dev.slipway.model.DatabaseSpec.Protocol;
import dev.slipway.model.DatabaseSpec.Throughput;
import dev.slipway.model.Eviction;
import dev.slipway.model.Persistence;
import dev.slipway.model.SubscriptionSpec.MemoryStorage;
import dev.slipway.model.SubscriptionSpec.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/// A database as the API shows it (api-rules 3.4, client-contract 3.4). Clients read
/// `throughputMeasurement`, `clustering` and `security` without looking whether they are there.
///
/// @param publicEndpoint `host:port`; absent until it was active once, and without public access
/// @param extension what only this server says
public record DatabaseView(
    int databaseId,
    String name,
    Protocol protocol,
    Provider provider,
    String region,
    String status,
    String redisVersion,
    String redisVersionCompliance,
    String respVersion,
    boolean autoMinorVersionUpgrade,
    double datasetSizeInGb,
    double memoryLimitInGb,
    double memoryUsedInMb,
    MemoryStorage memoryStorage,
    @Nullable Integer ramPercentage,
    @JsonProperty("supportOSSClusterApi") boolean supportOssClusterApi,
    @JsonProperty("useExternalEndpointForOSSClusterApi")
        boolean useExternalEndpointForOssClusterApi,
    Persistence dataPersistence,
    boolean replication,
    Eviction dataEvictionPolicy,
    Throughput throughputMeasurement,
    @Nullable String queryPerformanceFactor,
    @Nullable Instant activatedOn,
    Instant lastModified,
    @Nullable String publicEndpoint,
    @Nullable String privateEndpoint,
    @Nullable Replica replica,
    @Nullable ReplicaOf replicaOf,
    Clustering clustering,
    Security security,
    List<Module> modules,
    List<Alert> alerts,
    Backup backup,
    List<Link> links,
    @JsonProperty("x-slipway") Extension extension)
    implements ShownDatabase {

  /// The databases that it follows.
  public record Replica(List<Source> syncSources) {
    /// One of them.
    ///
    /// @param clientCert the certificate that requests name `serverCert`
    public record Source(String endpoint, boolean encryption, @Nullable String clientCert) {}
  }

  /// The same in the deprecated form: an object here, a list in requests.
  public record ReplicaOf(List<String> endpoints) {}

  /// How it is spread over shards.
  public record Clustering(int numberOfShards, List<Rule> regexRules, String hashingPolicy) {
    /// @param ordinal its place in the list, from 0: clients use it as an index
    public record Rule(int ordinal, String pattern) {}
  }

  /// Who may get in.
  ///
  /// @param password only where the database is shown alone
  public record Security(
      boolean enableDefaultUser,
      @Nullable String password,
      boolean sslClientAuthentication,
      boolean tlsClientAuthentication,
      boolean enableTls,
      List<String> sourceIps) {}

  /// A module that was asked for.
  public record Module(
      String name,
      @Nullable String capabilityName,
      @Nullable String description,
      @Nullable Map<String, RawValue> parameters) {}

  /// A threshold to warn at.
  public record Alert(String name, int value) {}

  /// An alert whose threshold is crossed.
  public record Alarm(String name, Instant since) {}

  /// Where and when it is backed up.
  public record Backup(
      boolean enableRemoteBackup,
      @Nullable String interval,
      @JsonProperty("timeUTC") @Nullable String timeUtc,
      @Nullable String destination) {}

  /// @param engine what really runs, such as `redis 7.0.15`
  /// @param failovers how often its replica took over; absent when that never was
  /// @param alarms alerts whose threshold is crossed; absent when there are none
  /// @param recordedOnly fields that are stored and not in force
  public record Extension(
      @JsonUnwrapped Standing standing,
      @Nullable String engine,
      @Nullable Integer failovers,
      @Nullable List<Alarm> alarms,
      List<String> recordedOnly) {}
}
