package dev.slipway.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change of a database that changes nothing, until a test says what.
public final class ChangeDraft {
  public @Nullable String name;
  public DatabaseSpec.@Nullable Size size;
  public @Nullable Double memoryLimitGb;
  public @Nullable Boolean replication;
  public @Nullable Persistence persistence;
  public @Nullable Eviction eviction;
  public @Nullable Secret password;
  public @Nullable Boolean defaultUser;
  public @Nullable Boolean tls;
  public @Nullable List<String> sourceIps;
  public @Nullable List<String> certificates;
  public @Nullable String legacyCertificate;
  public @Nullable String respVersion;
  public @Nullable String queryPerformanceFactor;
  public @Nullable Boolean ossClusterApi;
  public @Nullable Boolean externalEndpoint;
  public DatabaseSpec.@Nullable Throughput throughput;
  public @Nullable String shardingType;
  public @Nullable List<String> regexRules;
  public @Nullable Integer ramPercentage;
  public DatabaseSpec.@Nullable Backup backup;
  public @Nullable List<DatabaseSpec.SyncSource> syncSources;
  public @Nullable List<DatabaseSpec.Alert> alerts;

  DatabaseChange change() {
    return new DatabaseChange(
        name,
        size,
        memoryLimitGb,
        replication,
        persistence,
        eviction,
        password,
        defaultUser,
        tls,
        sourceIps,
        certificates,
        legacyCertificate,
        respVersion,
        null,
        queryPerformanceFactor,
        ossClusterApi,
        externalEndpoint,
        throughput,
        shardingType,
        regexRules,
        ramPercentage,
        backup,
        syncSources,
        alerts);
  }
}
